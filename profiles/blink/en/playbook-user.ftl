### What the end user does about a complaint: locked out, worried, not at home in any of this.
###
### Which steps a complaint has, in which order and under which conditions: ../playbooks.json.
### Titles are how the user says it, without a full stop; all else are sentences of at most 20 words.
### Arguments everywhere: $app $console $reset $support (texts), $hours (number).
### support: once a list, in the step that first needs them, by { $support }; everywhere else "support".

## The complaints, and what is ruled out where the phone is not the reason

complaint-phone-number-invalid = The app says "App Phone Number is Invalid"
    .ruled-out = Notifications for { $app } are allowed, so they are not the reason. Look at the number and the QR code next.
complaint-install-or-crash = { $app } will not install, or it crashes when I open it
    .ruled-out = The system of this phone is new enough for { $app }. A fresh start with support's help comes next.
complaint-reset-failed = I reset my password, but it did not work
    .ruled-out = Your phone's connection does not explain it. Look at the password and the account next.
complaint-number-in-use = The app says "Phone Number in use"
    .ruled-out = What is left is the number itself. Support comes next, for only they see who has it.
complaint-link-inactive = It says "Error! The activation link you are trying to use is no longer active"
    .ruled-out = The link has ended, not the phone. A new activation e-mail comes next.
complaint-no-notifications = I get no notifications from { $app }
    .ruled-out = Notifications for { $app } are allowed on this phone. A test with the phone locked comes next.
complaint-other = Something else

## When a step is of use

when-android = Only on Android.
when-ios = Only on an iPhone or iPad.
when-no-phone = Only while { $app } is not on the phone.
when-maker-switches = Only on phones of other makers than Google.
when-phone-not-examined = Only if Diagnose has not looked at the phone yet.
when-link-valid = Only if the link is younger than { $hours } hours.
when-link-expired = Only if the link is { $hours } hours old or older.

## Notifications

allow-notifications-android = Open Settings → Apps → { $app } → Notifications and allow notifications. { $app } cannot work without them.
allow-notifications-ios = Open Settings → Notifications → { $app } and turn on Allow Notifications. { $app } cannot work without them.
turn-off-focus = Open Settings → Focus and turn off any Focus that is on.
test-locked = Tap Test it now in { $app }, then lock the phone. A lock-out shows the same way, on the lock screen.
maker-battery = In the phone maker's battery settings, let { $app } run in the background.
maker-lock-screen = In the phone maker's lock-screen settings, let { $app } show its notifications.

## The QR code and the number

close-app = Close { $app }, so that it notices the change.
reload-page = Reload the web page with the QR code.
scan-again = Scan the QR code again with { $app }.
newest-email = Open the link in your newest activation e-mail. Older links and QR codes no longer count.
mail-unreadable = If you cannot read that mail, tell support.
other-screen = Show the QR code on another screen than this phone, such as a computer.
compare-number = Check that the number you typed at activation is this phone's, with its country code.
ask-number-check = Ask { $support } to compare the number they have stored for you.
camera-for-scan = If the QR code will not scan, allow { $app } to use the camera.
new-phone = If this phone is new, ask { $support } for a new activation e-mail.

## The phone and the app

android-version = Look up the Android version in Settings → About phone. { $app } needs Android 7.0 Nougat or newer.
update-android = In Settings → System → System update (Samsung: Software update), install the newest Android that the phone offers.
update-ios = In Settings → General → Software Update, install the newest iOS that the phone offers.
restart-phone = If { $app } crashes, restart the phone and unlock it once.
update-webview = If { $app } still crashes, update Android System WebView in the Play Store.
store-not-compatible = If the store says "not compatible", update the phone's system. If no update is offered, use another phone.
store-storage = If the download stays at "pending", free some storage on the phone.
store-network = If it still stays at "pending", try another network, such as Wi-Fi instead of mobile data.
download-again = If it says "problem parsing the package", download { $app } again, from the Play Store.
app-not-installed = If it says "App not installed", a copy from another source may be on the phone. Tell support.
no-restore = If { $app } crashes again, install it once more without restoring the app's backup.

## A new start

ask-reset-first = Before you uninstall { $app }, ask { $support } to reset you. Your old link has probably expired.
keep-app = Keep { $app } on the phone until a new activation e-mail is there. Anyone who uninstalls earlier cannot register again.
uninstall = Once the new e-mail is there, uninstall { $app }.
open-new-link = Open the link in the new e-mail on another screen than this phone.
type-number = Type this phone's number on that page, with its country code.
send-code = Tap Send Verification Code, if the page shows it.
enter-code = If the page asks for a code, enter the one from the SMS.
open-store-link = Tap the store link in the SMS.
install = Install { $app } from the store.
sms-number = If no SMS arrives, check the number and its country code.
sms-other-network = If there is still no SMS, try another network.
sms-new-link = If that does not help, ask support for a new link.
allow-when-asked = When { $app } asks, allow notifications. Without them the QR code is refused.
choose-pin = Choose how to open { $app }: with a PIN, with biometrics, or with neither.
allow-camera = When { $app } asks for the camera, allow it.
scan = Scan the QR code on the other screen. With that, the phone is registered.

## The password

type-password = Type the new password; do not paste it. A space at its end is easily copied along.
right-account = Check that you sign in to the account that you reset.
wait = Wait two minutes. The new password takes up to a minute to arrive everywhere.
sign-in-again = Sign in again with the new password.
windows-asks = If Windows asks for a new password, choose one on the computer first.
unlock-or-reset = Did you choose Unlock Account or Reset Password? Only Reset Password gives you a new password.
old-password = If the old password still works too, wait an hour. Some services accept it that long: the reset has not failed.
laptop = Away from the office, use the old password on a laptop until it reaches the network.
other-devices = Enter the new password on your other devices too. With the old one, they lock your account again.
ask-reset-check = If it still does not work, call { $support }.
no-password = Keep the password to yourself. Support never asks for it.

## The number, the link, the lock-out

ask-number-owner = Call { $support }. They see whose the number is; you cannot.
uninstall-if-nobody = If nobody has it and they have reset you, uninstall { $app } once the new e-mail is there.
find-newer-link = Look for a newer activation e-mail. The { $hours } hours are not over: your link was used, or a newer e-mail replaced it.
leave-link = Leave that link alone. It expired after { $hours } hours.
ask-new-email = Ask { $support } to send a new activation e-mail.
open-in-time = Open its link within { $hours } hours, on another screen than this phone.
ask-locked-out = If the test arrives, ask { $support } whether you were locked out. Their server notices it, not the phone.

## Support

read-code = If nothing helps, read the code in Diagnose to support.
sms-way = Meanwhile, text the word Reset to the number that sent your verification code. It works if support has set that up.
