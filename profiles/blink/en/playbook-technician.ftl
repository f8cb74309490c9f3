### What the technician does about a complaint: busy, with the user on the phone, at work in the vendor's console.
###
### Which steps a complaint has, in which order, under which conditions and with which command: ../playbooks.json.
### Titles are without a full stop; all else are sentences of at most 20 words. A step with a command has the
### attributes .good and .bad: what a good and what a bad answer looks like.
### Arguments everywhere: $app $console $reset $support (texts), $hours (number). $reset is the path inside $console.

## The complaints, and what is ruled out where the phone is not the reason

complaint-phone-number-invalid = "App Phone Number is Invalid" when the QR code is scanned
    .ruled-out = Notifications for { $app } are allowed, which rules out the usual cause. Go on with the number and the QR code.
complaint-install-or-crash = { $app } does not install, or crashes when it is opened
    .ruled-out = The phone's system is new enough, which rules out the usual cause. Go on with a new start.
complaint-reset-failed = The password reset did not work
    .ruled-out = The phone's connection does not explain it, which rules out the phone. Go on with the password, then the agents.
complaint-number-in-use = "Phone Number in use" when registering
    .ruled-out = The phone is ruled out. Go on with the users in { $console }.
complaint-link-inactive = "Error! The activation link you are trying to use is no longer active"
    .ruled-out = The link has ended, not the phone. Go on with a new activation e-mail.
complaint-no-notifications = No notifications from { $app }
    .ruled-out = Notifications are allowed on the phone, which rules out the usual cause. Go on with a test, then the agent.
complaint-other = Something else

## When a step is of use

when-android = Only on Android.
when-ios = Only on an iPhone or iPad.
when-maker-switches = Only on phones of other makers than Google.
when-phone-in-hand = Only with the phone in hand and { $app } on it.
when-no-phone = Only without the phone in hand, or without { $app } on it.
when-phone-not-examined = Only if the phone was not diagnosed.
when-directory-domain = Only with an Active Directory domain.
when-directory-azure = Only with Entra ID (Azure AD).
when-directory-workgroup = Only in a workgroup.
when-one-controller = Only with a single domain controller.
when-several-controllers = Only with several domain controllers.
when-link-valid = Only if the link is younger than { $hours } hours.
when-link-expired = Only if the link is { $hours } hours old or older.

## Commands

remark-commands = We have parsed these commands but never run them. They only read; type them in as an administrator.

## Notifications

get-code = Ask the user to open Diagnose in { $app } and read the code to you.
allow-notifications-android = Ask the user to allow notifications in Settings → Apps → { $app } → Notifications. { $app } cannot work without them.
allow-notifications-ios = Ask the user to turn on Allow Notifications in Settings → Notifications → { $app }. { $app } cannot work without them.
turn-off-focus = Ask the user to open Settings → Focus and turn off any Focus that is on.
test-locked = Ask the user to tap Test it now, then lock the phone. A lock-out arrives as a push on the lock screen.
maker-battery = Ask the user to allow { $app } in the phone maker's own battery settings.
maker-lock-screen = Ask the user to allow { $app } in the phone maker's own lock-screen settings.

## The QR code and the number

close-app = Ask the user to close { $app }, so that it notices the change.
reload-page = Ask the user to reload the web page with the QR code.
scan-again = Ask the user to scan the QR code again.
compare-number = In { $console }, compare the number stored for the user with the one typed at activation. Both must be this phone's, country code included.
newest-email = Ask the user to open the link in the newest activation e-mail. Older links and QR codes no longer count.
other-screen = Ask the user to show the QR code on another screen than the phone.
link-age = Check that the newest e-mail is younger than { $hours } hours.
camera-for-scan = If the QR code will not scan, ask the user to allow { $app } to use the camera.
new-phone = If the phone is new, choose { $console } → { $reset }.

## The phone and the app

android-version = Ask the user for the Android version in Settings → About phone. { $app } needs Android 7.0 Nougat or newer.
update-android = Ask the user to update Android to the newest version that the phone offers.
update-ios = Ask the user to update iOS in Settings → General → Software Update.
restart-phone = If { $app } crashes, ask the user to restart the phone and unlock it once.
update-webview = If { $app } still crashes, ask the user to update Android System WebView in the Play Store.
store-not-compatible = "Not compatible" in the store: the phone's system is too old. Ask the user to update it, or plan another phone.
store-storage = "Pending" in the store: ask the user to free some storage.
store-network = Still "pending": ask the user to try another network.
managed-store = In the store that the organisation manages, check that { $app } is approved for this user.
not-installed-signature = "App not installed": a copy with another signature may be there. Once a new e-mail is there, ask the user to uninstall it.
not-installed-copy = "App not installed": look for a copy in the work profile or for another user of the phone.
not-installed-whole = "App not installed": the file may not be whole. Ask the user to download it again from the store.
not-installed-blocked = "App not installed": Play Protect, Auto Blocker or MIUI holds back other sources. Ask the user to install from the Play Store.
parsing-package = "Problem parsing the package": a broken download, or one not for this Android. Ask the user to install from the store.
no-restore = Still crashing: ask the user to install { $app } once more, without restoring the app's backup.

## A new start

reset-first = First choose { $console } → { $reset }. The old link is nearly always dead.
reset-user = Choose { $console } → { $reset }.
new-link = Tell the user that a new e-mail with a new { $hours }-hour link is on its way.
reset-if-wrong = If one of these does not fit, choose { $console } → { $reset }.
reset-if-nobody = If nobody has the number, choose { $console } → { $reset }.
keep-app = Ask the user to keep { $app } until the new e-mail has arrived. Anyone who uninstalls earlier cannot register again.
uninstall = With the new e-mail there, ask the user to uninstall { $app }.
open-new-link = Ask the user to open the link in the new e-mail on another screen than the phone.
type-number = Ask the user to type the phone's number there, with its country code.
send-code = Ask the user to tap Send Verification Code, if the page shows it.
enter-code = If the page asks for a code, the user enters the one from the SMS.
open-store-link = Ask the user to tap the store link in the SMS.
install = Ask the user to install { $app } from the store.
sms-number = No SMS: compare the number as { $console } stores it, country code included.
sms-other-network = Still no SMS: ask the user to try another network.
sms-new-link = If that does not help, send a new link: choose { $console } → { $reset }.
allow-when-asked = Ask the user to allow notifications when { $app } asks. Without them the QR code is refused.
choose-pin = Ask the user to choose how to open { $app }: with a PIN, with biometrics, or with neither.
allow-camera = Ask the user to allow the camera when { $app } asks.
scan = Ask the user to scan the QR code from the other screen. With that, the phone is registered.
guide-enrolment = Watch the vendor's video if you need more: End user verification and device enrolment.

## The password

never-ask = Never ask for the password, nor test with it.
which-directory = Ask first which directory the client uses. With Entra ID (Azure AD), a list for domain controllers misleads.
type-password = Ask the user to type the new password, not to paste it. A space at its end is easily copied along.
right-account = Ask the user to check which account was reset.
wait = Wait two minutes. A sync of the new password takes up to a minute.
sign-in-again = Ask the user to sign in again with the new password.
unlock-or-reset = Ask whether the user chose Unlock Account or Reset Password. Only Reset Password gives a new password.
old-password = Tell the user that services may accept the old password for up to an hour more. That is no failed reset.
laptop = Tell the user that a laptop away from the office keeps the old password until it reaches the network.
other-devices = Ask the user to enter the new password on other devices too. With the old one, they lock the account again.

## The agents and the domain

mute-agent = In the client's settings in { $console }, check that Mute Agent is off. On, it stops all password processing.
mute-entra = In the client's settings in { $console }, check that Mute Entra ID sync is off.
sync-direction = Check that the sync is not one-way AD to { $console }. That way overwrites the reset.
agent-version = Check that the agent is version 3.1.0.0 or newer. The newest is in { $console } → Settings → Downloads.
reset-arrived = Check that the reset arrived in the directory. Put the sign-in name in place of USERNAME.
    .good = PasswordLastSet is the time of the reset, Enabled is True and LockedOut is False. Empty: the reset arrived, and the user must choose a new password at the next sign-in. That is Require password change on { $app } resets.
    .bad = PasswordLastSet is older: the agent did not set the password. LockedOut True: Unlock Windows Accounts on resets is off, or the user was locked out again. Enabled False explains it too.
locking-device = See which computer locks the user again and again. Put the sign-in name in place of USERNAME.
    .good = No line, or "No events were found": nothing has locked the user in the last day.
    .bad = One computer keeps coming back: a device or service there holds the old password.
one-agent = Check that no secondary domain controller has a second agent. This is one of the two usual causes.
    .good = The agent's services are listed for one domain controller only.
    .bad = Two or more domain controllers list them. Only the main agent may stay.
sync-listener = Check that each other domain controller has only the 2-way Sync Listener. A missing one is the other usual cause.
    .good = Every other domain controller lists the 2-way Sync Listener, and no agent.
    .bad = A domain controller is missing from the list, or lists an agent too.
services = On the client's domain controller, check that Change Notifier Service and Passportal Service run.
    .good = Both are Running. The install guide calls them Passportal and PassportalUpdater.
    .bad = One is missing, or is Stopped.
azure-services = Find the machine with the agent: with Entra ID (Azure AD) it may be any. Check its services there.
    .good = Change Notifier Service and Passportal Service are Running, or Passportal and PassportalUpdater.
    .bad = One is missing, or is Stopped.
tls-12 = Check that TLS 1.2 is enabled on the domain controller.
    .good = Enabled is 0x1 or 0xffffffff. An absent key ("unable to find") is fine: since Server 2012, TLS 1.2 is on by default.
    .bad = Enabled is 0x0, or DisabledByDefault is 0x1.
dotnet-tls = Check that older .NET may use TLS 1.2: SchUseStrongCrypto.
    .good = SchUseStrongCrypto is 1 in both places.
    .bad = It is 0, or empty while the agent was built for a .NET before 4.6.
agent-fqdn = Compare the agent's Domain name with the FQDN of the domain.
    .good = The agent's Domain name is what Domain shows, dots included.
    .bad = The agent has a short name without dots, or an address.
stale-controllers = Look for decommissioned domain controllers in Active Directory Sites and Services that nobody cleaned up.
    .good = Each server in the list exists and is a domain controller.
    .bad = A server in the list is gone: its metadata needs a clean-up.
replication = Check that the domain controllers replicate.
    .good = Every line shows 0 fails, and the largest delta is under an hour or so.
    .bad = A line shows fails, a delta of days, or a server that could not be reached.
one-client = Check that the agent serves one client only: one agent to one client.
no-loopback = Check that no loopback address such as 127.0.0.1 stands in the agent's settings.
restart-controller = After installing an agent, restart the domain controller.
guide-single = Follow the vendor's guide: AD Sync in a single-DC environment.
guide-multi = Follow the vendor's guide: AD Sync in a multi-DC environment.
guide-workgroup = Follow the vendor's guide: AD Sync in a workgroup environment.
guide-two-way = Follow the vendor's guide: 2-way sync troubleshooting with the AD agent.

## The number, the link, the lock-out

search-users = In { $console }, look for the number among active and disabled users. A number can exist once per account.
number-active = If an active user has it, you decide whose number it is.
number-disabled = If a disabled user has it, give that user a false number, which frees the real one.
link-used = Tell the user that the { $hours } hours are not over. The link was used, or a newer e-mail replaced it.
find-newer-link = Ask the user to look for a newer activation e-mail.
link-over = Tell the user that the link expired after { $hours } hours.
user-enabled = Check that the user is enabled. Put the sign-in name in place of USERNAME.
    .good = Enabled is True. LockedOut True means that a lock-out was there to be told.
    .bad = Enabled is False: nobody is told of a lock-out.
was-locked-out = Check whether there was a lock-out at all. Put the sign-in name in place of USERNAME.
    .good = An event shows when the user was locked out, and from which computer.
    .bad = No line, or "No events were found": no lock-out in the last day, so no push was due.
agent-notices = On the client's domain controller, check the agent's services. The agent there notices a lock-out.
    .good = Change Notifier Service and Passportal Service are Running.
    .bad = One is missing, or is Stopped: then nobody notices a lock-out.

## Support

locked-out-now = If the user is locked out now, reset the password in { $console } first.
readable-email = If you send an activation e-mail, check that it goes to where the user can read it.
do-advice = First go through the findings of the phone.
vendor = If it still fails, send the vendor the code that Diagnose shows.
sms-way = Meanwhile, ask the user to text the word Reset to the number that sent the verification code. It works if you have set that way up.
