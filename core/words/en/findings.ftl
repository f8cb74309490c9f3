### What the end user reads: locked out, worried, this phone in hand ("you", "this phone").
###
### Titles, verdicts and answers are headings and end without a full stop; reasons, whys, details and steps end with one.
### A cause's own .step (.step-ios, .step-samsung) takes the place of the first step of its remedy.
###
### Arguments:
###   verdicts, answers, reasons, titles   $app
###   check names, titles                  $platform (android, ios)
###   whys                                 $app, $platform (android, ios)
###   details                              $count $days (numbers), $time $version (texts)
###   steps                                $app $console $reset $minimum (texts),
###                                        $android (android7 to android15, the last for newer ones too),
###                                        $ios (ios = 15 to 17, ios18 = 18 and newer)
###   unknown findings                     $checks (text), $number (number)
###   activation link                      $time (text)

## Phrases used more than once

-new-email = a new activation e-mail
-test-button = Test it now

## Verdict

verdict-blocked = Something keeps { $app } from working
verdict-blocked-notifications = { $app } can't reach you yet
verdict-at-risk = Something may get in { $app }'s way
verdict-at-risk-notifications = { $app } may miss a warning
verdict-healthy = Working: a test arrived
verdict-not-proven = Nothing wrong found

## The proof behind "working", and when it came

proof-arrived = It arrived at { $time }.

## Answer to the complaint

answer-explained = This explains it
answer-not-this-phone = Your phone is not the reason, as far as it can see
answer-cannot-tell = This phone can't tell

## Why something could not be told

reason-no-api = This phone's system version does not tell apps about this.
reason-no-permission = { $app } is not allowed to look at this.
reason-call-failed = The phone did not answer when { $app } asked.
reason-host-silent = { $app } did not say.
reason-not-run = This has not been checked yet.
reason-hidden = The maker of this phone keeps this hidden from apps.
reason-changed-by-opening = Opening { $app } changes this, so it can't be seen from here.
reason-unsupported = This kind of signature can't be checked here.

## What is not known

unknown-outcome = Not checked: { $checks }
unknown-folded = What this phone can't tell us: { $checks }
unknown-check = Check number { $number } is newer than this program and unknown to it
unknown-cause = Something is wrong with { $checks }: cause number { $number }, unknown to this program
unknown-warning = A newer warning about { $checks }, unknown to this program
unknown-cause-not-carried = Something is wrong with { $checks }, but the code had no room to say what

## Activation link

link-valid-until = Your activation link is valid until { $time } at the latest
link-expired-since = Your activation link has not been valid since { $time }

## os.version

check-os-version =
    { $platform ->
        [android] the Android version
       *[ios] the iOS version
    }
os-version-below-minimum =
    { $platform ->
        [android] This phone's Android version is too old for { $app }
       *[ios] This phone's iOS version is too old for { $app }
    }
    .why = On this version { $app } may not install, or may crash when you open it.
    .step =
        { $android ->
            [android7] Update this phone to { $minimum } or newer in Settings → About phone → System updates.
            [android8] Update this phone to { $minimum } or newer in Settings → System → System update.
            [android9] Update this phone to { $minimum } or newer in Settings → System → System update.
            [android10] Update this phone to { $minimum } or newer in Settings → System → System update.
            [android11] Update this phone to { $minimum } or newer in Settings → System → System update.
            [android12] Update this phone to { $minimum } or newer in Settings → System → System update.
            [android13] Update this phone to { $minimum } or newer in Settings → System → System update.
            [android14] Update this phone to { $minimum } or newer in Settings → System → Software updates.
           *[android15] Update this phone to { $minimum } or newer in Settings → System → Software updates.
        }
    .step-ios = Update this phone to { $minimum } or newer in Settings → General → Software Update.
    .step-samsung = On Samsung, open Settings → Software update → Download and install.
os-version-below-next =
    { $platform ->
        [android] The next { $app } will need a newer Android
       *[ios] The next { $app } will need a newer iOS
    }
    .why = Until this phone itself is updated, { $app } gets no further updates.

## os.security_patch

check-os-security-patch = the date of the last security update
os-security-patch-old = The last security update is over a year old
    .why = This does not stop { $app }. Security updates protect the passwords that you reset on this phone.
    .detail =
        { $days ->
            [one] It is { $days } day old.
           *[other] It is { $days } days old.
        }

## notifications.app

check-notifications-app = notifications for the app
notifications-app-off = Notifications for { $app } are off
    .why = Without notifications { $app } cannot tell you that you are locked out, and its QR code is refused.
notifications-app-never-asked = { $app } has not asked to send notifications yet
    .why = Until you allow them, { $app } cannot tell you that you are locked out, and its QR code is refused.
    .step = Open { $app } and choose Allow when it asks to send notifications.
notifications-app-denied-once = Notifications for { $app } are not allowed yet
    .why = { $app } can ask again. Until you allow them, it cannot tell you that you are locked out.
notifications-app-denied = Notifications for { $app } are not allowed
    .why = { $app } cannot ask again, and without them it cannot tell you that you are locked out.
notifications-app-revoked-unused = Notifications are off, probably because { $app } was unused
    .why = Android turns notifications off for unused apps. Until they are on, { $app } cannot warn you of a lock-out.
    .detail =
        { $days ->
            [one] The app was not used for { $days } day.
           *[other] The app was not used for { $days } days.
        }
notifications-app-not-declared = This version of { $app } cannot ask for notifications
    .why = { $app } cannot tell you that you are locked out, and only its makers can change that.
notifications-app-locked-by-organisation = Your organisation has locked notifications for { $app }
    .why = You cannot change this yourself, and without them { $app } cannot tell you that you are locked out.
    .step = Ask support to have notifications for { $app } unlocked on this phone.
notifications-app-provisional = Notifications for { $app } arrive quietly
    .why = They go to Notification Centre without a sound, so you may not notice that you are locked out.
    .step = Open Settings → Notifications → { $app } and turn on Lock Screen, Banners and Sounds.

## notifications.channel

check-notifications-channel = the app's notification categories
notifications-channel-blocked = A notification category of { $app } is off
    .why = Android shows nothing from this category, so a warning that you are locked out may never appear.
notifications-channel-group-blocked = A group of { $app }'s notification categories is off
    .why = Android shows nothing from the whole group, so a warning that you are locked out may never appear.
    .step =
        { $android ->
            [android7] Open Settings → Apps → { $app } → Notifications and turn on the group that is off.
            [android8] Open Settings → Apps & notifications → { $app } → App notifications and turn on the group that is off.
            [android9] Open Settings → Apps & notifications → { $app } → Notifications and turn on the group that is off.
            [android10] Open Settings → Apps & notifications → { $app } → Notifications and turn on the group that is off.
            [android11] Open Settings → Apps and notifications → { $app } → Notifications and turn on the group that is off.
            [android12] Open Settings → Apps → { $app } → Notifications and turn on the group that is off.
            [android13] Open Settings → Apps → { $app } → Notifications and turn on the group that is off.
            [android14] Open Settings → Apps → { $app } → Notifications and turn on the group that is off.
           *[android15] Open Settings → Apps → { $app } → Notifications and turn on the group that is off.
        }
notifications-channel-missing = A notification category of { $app } is missing
    .why = What belongs in this category cannot be shown, and that may be a warning that you are locked out.
notifications-channel-minimised = A notification category of { $app } is minimised
    .why = It makes no sound and stays at the end of the list, so you may miss a warning.
    .step =
        { $android ->
            [android7] Open Settings → Apps → { $app } → Notifications and turn off Show silently.
            [android8] Open Settings → Apps & notifications → { $app } → App notifications → the category and set Importance to High.
            [android9] Open Settings → Apps & notifications → { $app } → Notifications → the category and choose Make sound and pop up on screen.
            [android10] Open Settings → Apps & notifications → { $app } → Notifications → the category and choose Alerting.
            [android11] Open Settings → Apps and notifications → { $app } → Notifications → the category and choose Default.
            [android12] Open Settings → Apps → { $app } → Notifications → the category and choose Default.
            [android13] Open Settings → Apps → { $app } → Notifications → the category and choose Default.
            [android14] Open Settings → Apps → { $app } → Notifications → the category and choose Default.
           *[android15] Open Settings → Apps → { $app } → Notifications → the category and choose Default.
        }
    .step-samsung =
        { $android ->
            [android7] On Samsung, open Settings → Apps → { $app } → Notifications and turn off Show silently.
            [android8] On Samsung, open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android9] On Samsung, open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android10] On Samsung, open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android11] On Samsung, open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android12] On Samsung, open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android13] On Samsung, open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android14] On Samsung, open Settings → Apps → { $app } → Notifications → Notification categories → the category and choose Alert.
           *[android15] On Samsung, open Settings → Apps → { $app } → Notifications → Notification categories → the category and choose Alert.
        }
notifications-channel-silent = A notification category of { $app } is silent
    .why = It makes no sound, so you may notice too late that you are locked out.
    .step =
        { $android ->
            [android7] Open Settings → Apps → { $app } → Notifications and turn off Show silently.
            [android8] Open Settings → Apps & notifications → { $app } → App notifications → the category and set Importance to High.
            [android9] Open Settings → Apps & notifications → { $app } → Notifications → the category and choose Make sound and pop up on screen.
            [android10] Open Settings → Apps & notifications → { $app } → Notifications → the category and choose Alerting.
            [android11] Open Settings → Apps and notifications → { $app } → Notifications → the category and choose Default.
            [android12] Open Settings → Apps → { $app } → Notifications → the category and choose Default.
            [android13] Open Settings → Apps → { $app } → Notifications → the category and choose Default.
            [android14] Open Settings → Apps → { $app } → Notifications → the category and choose Default.
           *[android15] Open Settings → Apps → { $app } → Notifications → the category and choose Default.
        }
    .step-samsung =
        { $android ->
            [android7] On Samsung, open Settings → Apps → { $app } → Notifications and turn off Show silently.
            [android8] On Samsung, open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android9] On Samsung, open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android10] On Samsung, open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android11] On Samsung, open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android12] On Samsung, open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android13] On Samsung, open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android14] On Samsung, open Settings → Apps → { $app } → Notifications → Notification categories → the category and choose Alert.
           *[android15] On Samsung, open Settings → Apps → { $app } → Notifications → Notification categories → the category and choose Alert.
        }
notifications-channel-no-pop-up = A notification category of { $app } does not pop up
    .why = It does not appear over what you are doing, so you may see a warning late.
    .step =
        { $android ->
            [android7] Open Settings → Apps → { $app } → Notifications and turn off Show silently.
            [android8] Open Settings → Apps & notifications → { $app } → App notifications → the category and set Importance to Urgent.
            [android9] Open Settings → Apps & notifications → { $app } → Notifications → the category and choose Make sound and pop up on screen.
            [android10] Open Settings → Apps & notifications → { $app } → Notifications → the category and turn on Pop on screen.
            [android11] Open Settings → Apps and notifications → { $app } → Notifications → the category and turn on Pop on screen.
            [android12] Open Settings → Apps → { $app } → Notifications → the category and turn on Pop on screen.
            [android13] Open Settings → Apps → { $app } → Notifications → the category and turn on Pop on screen.
            [android14] Open Settings → Apps → { $app } → Notifications → the category and turn on Pop on screen.
           *[android15] Open Settings → Apps → { $app } → Notifications → the category and turn on Pop on screen.
        }
    .step-samsung =
        { $android ->
            [android7] On Samsung, open Settings → Apps → { $app } → Notifications and turn off Show silently.
            [android8] On Samsung, open Settings → Apps → { $app } → Notifications → the category and turn on Show as pop-up.
            [android9] On Samsung, open Settings → Apps → { $app } → Notifications → the category and turn on Show as pop-up.
            [android10] On Samsung, open Settings → Apps → { $app } → Notifications → the category and turn on Show as pop-up.
            [android11] On Samsung, open Settings → Apps → { $app } → Notifications → the category and turn on Show as pop-up.
            [android12] On Samsung, open Settings → Apps → { $app } → Notifications → the category and turn on Show as pop-up.
            [android13] On Samsung, open Settings → Apps → { $app } → Notifications → the category and turn on Show as pop-up.
            [android14] On Samsung, open Settings → Apps → { $app } → Notifications → Notification categories → the category and turn on Show as pop-up.
           *[android15] On Samsung, open Settings → Apps → { $app } → Notifications → Notification categories → the category and turn on Show as pop-up.
        }

## notifications.presentation

check-notifications-presentation = how notifications are shown
notifications-presentation-nowhere = This phone shows { $app }'s notifications nowhere
    .why = Even when a warning arrives that you are locked out, you cannot see it.
    .step = Open Settings → Notifications → { $app } and turn on Lock Screen, Notification Centre and Banners.
notifications-presentation-paused = Notifications for { $app } are paused
    .why = While they are paused, this phone does not show you that you are locked out.
notifications-presentation-lock-screen-off = Notifications on the lock screen are off
    .why = You see a warning only after you unlock this phone, so you may see it late.
notifications-presentation-lock-screen-off-for-app =
    { $platform ->
        [android] A { $app } category is hidden on the lock screen
       *[ios] { $app } is hidden on the lock screen
    }
    .why =
        { $platform ->
            [android] While this phone is locked, a warning in that category stays hidden.
           *[ios] You see { $app }'s warnings only after you unlock this phone.
        }
    .step =
        { $android ->
            [android7] Open Settings → Apps → { $app } → Notifications → On the lock screen and choose Show all notification content.
            [android8] Open Settings → Apps & notifications → { $app } → App notifications → each category → On the lock screen and choose Show all notification content.
            [android9] Open Settings → Apps & notifications → { $app } → Notifications → each category → On lock screen and choose Show all notification content.
            [android10] Open Settings → Apps & notifications → { $app } → Notifications → each category → Lock screen and choose Show all notification content.
            [android11] Open Settings → Apps and notifications → { $app } → Notifications → each category → Lock screen and choose Show all notification content.
            [android12] Open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show all notification content.
            [android13] Open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show all notification content.
            [android14] Open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show all notification content.
           *[android15] Open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show all notification content.
        }
    .step-ios = Open Settings → Notifications → { $app } and turn on Lock Screen.
    .step-samsung =
        { $android ->
            [android7] On Samsung, open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show content.
            [android8] On Samsung, open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show content.
            [android9] On Samsung, open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show content.
            [android10] On Samsung, open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show content.
            [android11] On Samsung, open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show content.
            [android12] On Samsung, open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show content.
            [android13] On Samsung, open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show content.
            [android14] On Samsung, open Settings → Apps → { $app } → Notifications → Notification categories → each category → Lock screen and choose Show content.
           *[android15] On Samsung, open Settings → Apps → { $app } → Notifications → Notification categories → each category → Lock screen and choose Show content.
        }
notifications-presentation-banners-off = Banners for { $app } are off
    .why = While you use this phone, no banner tells you that you are locked out.
    .step = Open Settings → Notifications → { $app } and turn on Banners.
notifications-presentation-held-for-summary = { $app }'s notifications wait for the Scheduled Summary
    .why = This phone collects them for set times, so you may learn hours later that you are locked out.
notifications-presentation-shown-silently = Notifications for { $app } are shown silently
    .why = They make no sound, so you may notice too late that you are locked out.
    .step = Open Settings → Apps → { $app } → Notifications and turn off Show silently.
notifications-presentation-notification-centre-off = Notification Centre is off for { $app }
    .why = Once a warning has left the screen, you cannot find it again.
    .step = Open Settings → Notifications → { $app } and turn on Notification Centre.

## notifications.interruptions

check-notifications-interruptions =
    { $platform ->
        [android] Do Not Disturb
       *[ios] Focus
    }
notifications-interruptions-total-silence = Do Not Disturb silences everything, except perhaps alarms
    .why = No warning makes a sound now, so you may not notice that you are locked out.
notifications-interruptions-do-not-disturb =
    { $platform ->
        [android] Do Not Disturb is on and may mute { $app }
       *[ios] A Focus is on and may mute { $app }
    }
    .why = Until it ends, a warning may come without a sound or stay hidden.
    .step = To hear warnings now, swipe down twice from the top of the screen and turn off Do Not Disturb.
    .step-ios = To hear warnings now, open Settings → Focus and turn off the Focus that is on.

## notifications.background

check-notifications-background = the app's work in the background
notifications-background-restricted = { $app } is restricted in the background
    .why = While you are not using { $app }, no warning that you are locked out can reach it.
notifications-background-force-stopped = { $app } was force-stopped until you opened it
    .why = While { $app } was stopped, no warning that you are locked out could reach you.
notifications-background-push-limit = Android has limited { $app }'s messages per day
    .why = After the day's limit, a warning that you are locked out may come late.
notifications-background-paused-when-unused = Android pauses { $app } when it is not used
    .why = While { $app } is paused, no warning that you are locked out can reach you.
    .detail =
        { $days ->
            [one] The app was not used for { $days } day.
           *[other] The app was not used for { $days } days.
        }
notifications-background-refresh-off = Background App Refresh is off for { $app }
    .why = While { $app } is closed, this phone does not let it fetch a warning that you are locked out.
notifications-background-battery-saver =
    { $platform ->
        [android] Battery Saver is on and may delay { $app }
       *[ios] Low Power Mode is on and may delay { $app }
    }
    .why = To save power, this phone may bring you a warning late.

## notifications.data

check-notifications-data = the app's use of data in the background
notifications-data-stopped-metered = Data Saver or a switch stops { $app }'s background data
    .why = On this network { $app } cannot fetch a warning while you are not using it.
notifications-data-stopped = Background data for { $app } stops on mobile data
    .why = On mobile data { $app } cannot fetch a warning while you are not using it.
notifications-data-own-switch = Background data is off for { $app }
    .why = On mobile data { $app } may not fetch a warning unless you open it.
notifications-data-data-saver = Data Saver or a switch limits { $app }'s background data
    .why = This rarely matters, for { $app }'s notifications should bring all that they show.

## notifications.push_service

check-notifications-push-service =
    { $platform ->
        [android] Google's push service
       *[ios] Apple's push service
    }
notifications-push-service-missing = This phone has no Google Play services
    .why = Warnings travel through Google Play services, so none can reach you on this phone.
notifications-push-service-disabled = Google Play services is turned off
    .why = Warnings travel through it, so none can reach you while it is off.
notifications-push-service-no-token = { $app } has no push address on this phone yet
    .why = Without this address, nothing tells { $app }'s server where to send you a warning.
notifications-push-service-token-refused = The push service refused this phone's push address
    .why = A warning sent to this address does not arrive, so you may not learn that you are locked out.
notifications-push-service-token-not-on-server = { $app }'s server does not have this phone's push address
    .why = The server does not know where to send you a warning.
notifications-push-service-outdated = Google Play services is out of date
    .why = Warnings travel through it, and with an old version they may come late or never.
    .step = Open Google Play services in the Play Store and tap Update.
notifications-push-service-not-registered = This phone is not registered with Apple's push service
    .why = Warnings travel through this service, so none can reach you yet.
notifications-push-service-unreachable = The push service did not answer on this network
    .why = Warnings travel through this service, so on this network they may come late or never.

## notifications.delivery

check-notifications-delivery = the arrival of a test notification
notifications-delivery-not-arrived = A test notification did not arrive
    .why = A warning that you are locked out travels the same way, and may not arrive either.
    .detail = Time of the test: { $time }.
notifications-delivery-not-seen = A test arrived, but nothing was seen
    .why = You may not notice a warning that you are locked out either.
    .detail = Time of the test: { $time }.
notifications-delivery-local-not-seen = A test made on this phone was not seen
    .why = This phone may hide or mute a warning that you are locked out in the same way.
    .detail = Time of the test: { $time }.
notifications-delivery-could-not-send = { $app }'s server could not send a test
    .why = A warning that you are locked out may not be sent to you either.
    .detail = Time of the test: { $time }.
notifications-delivery-late = A notification arrived more than two minutes late
    .why = A warning may come late too, after you have noticed the lock-out yourself.
    .detail = It was recorded at this time: { $time }.
notifications-delivery-weak-proof = Notifications worked once, but a full test is missing
    .why = Only a test that reaches this phone while it is locked shows that warnings can reach you.
    .detail = It was recorded at this time: { $time }.

## install.signer

check-install-signer = the app's signature
install-signer-foreign = Needs reinstall: { $app }'s signature is not a known one
    .why = Official updates may not install over this copy, and parts of { $app } may not work.
install-signer-debug = Needs reinstall: this { $app } was built for developers
    .why = Such a copy is made for testing, and official updates do not install over it.
install-signer-one-foreign = Needs reinstall: one of { $app }'s signatures is not known
    .why = Official updates may not install over a copy with an added signature.

## install.contents

check-install-contents = the app's installed files
install-contents-base-damaged = Needs reinstall: { $app }'s main file is damaged
    .why = { $app } may crash, or stop where it needs what is damaged.
install-contents-split-damaged = Needs reinstall: a part of { $app } is damaged
    .why = { $app } needs all its parts, so it may crash or not open.
install-contents-executable-damaged = Needs reinstall: { $app }'s program file is damaged
    .why = This file is { $app } itself, so it may close suddenly or not open.
install-contents-resources-damaged = Needs reinstall: { $app }'s images or texts are damaged
    .why = { $app } may show empty screens, or close when it needs what is damaged.

## install.splits

check-install-splits = the parts that the app is made of
install-splits-native-library-missing = Needs reinstall: a program library of { $app } is missing
    .why = { $app } needs this library to run, so it may close as soon as you open it.
install-splits-native-library-damaged = Needs reinstall: a program library of { $app } is damaged
    .why = { $app } runs on this library, so it may crash or not open.
install-splits-abi-split-missing = Needs reinstall: the part for this processor is missing
    .why = Without it { $app } lacks code that this processor can run, and may close when you open it.
install-splits-foreign-split = Needs reinstall: { $app }'s parts do not belong together
    .why = Parts from different copies may not work together, so { $app } may crash.
install-splits-page-size = This version of { $app } does not fit this phone
    .why = A part of { $app } may not load here, so it may close when you open it.
    .step = Ask support whether there is an update of { $app } that fits this phone.
install-splits-required-split-missing = Needs reinstall: a required part of { $app } is missing
    .why = { $app } needs all its parts, so without this one it may crash or not open.
install-splits-density-missing = Needs reinstall: the images for this screen are missing
    .why = { $app } may look wrong, or close when it needs one of these images.
install-splits-language-missing = Needs reinstall: the texts for your language are missing
    .why = { $app } may appear in another language, or close where a text is missing.

## install.source

check-install-source = where the app came from
install-source-file-sharing = { $app } came from a file-sharing app
    .why = A shared copy may lack parts, and the store may not keep it up to date.
install-source-other-store = { $app } came from another app store
    .why = Its updates come from that store, so they may be late or differ from the official ones.
install-source-enterprise = { $app } did not come from the App Store
    .why = Such a copy works only until its end date, and the App Store does not update it.
install-source-marketplace = { $app } came from another app marketplace
    .why = Its updates come from there, so they may be late or differ from the App Store's.
install-source-no-updates = { $app } will not update itself
    .why = This is no fault, but without updates { $app } may one day be too old.

## install.version

check-install-version = the app's version
install-version-below-minimum = This version of { $app } is too old
    .why = A version this old may no longer reset your password or warn you of a lock-out.
    .detail = The oldest version that works is { $version }.
install-version-newer = A newer version of { $app } is out
    .why = There is no hurry, but the update may already solve your problem.
    .detail = The newest version is { $version }.

## install.expiry

check-install-expiry = the app's end date
install-expiry-expired = This copy of { $app } has expired
    .why = This phone may refuse to open { $app } from now on.
    .detail = It has not been valid since { $time }.
    .step = Ask support for a current copy of { $app }, and keep this one until it is there.
install-expiry-ends-soon = This copy of { $app } expires within 14 days
    .why = After that day this phone will no longer open { $app }.
    .detail = It is valid until { $time }.
    .step = Ask support for a current copy of { $app }, and keep this one until it is there.
install-expiry-test-version = This is a test version of { $app }
    .why = You may keep it, but a test version stops within 90 days unless you update it.
    .step = Open TestFlight and tap Update beside { $app } whenever it is offered.

## install.restored

check-install-restored = signs of a restored or cloned app
install-restored-other-phone = { $app } was restored from a backup or another phone
    .why = A registration belongs to one phone, so what was copied may not work on this one.
install-restored-cloned = This is a cloned copy of { $app }
    .why = Some phones let a cloned app work only in part, so warnings may not arrive.

## install.crashes

check-install-crashes = recent crashes of the app
install-crashes-at-start = { $app } has crashed soon after starting, more than once
    .why = When { $app } closes this early, you can neither reset your password nor read a warning.
    .detail =
        { $count ->
            [one] It happened { $count } time in the last 7 days.
           *[other] It happened { $count } times in the last 7 days.
        }
install-crashes-native = { $app } has crashed more than once
    .why = { $app } may close in the middle of a reset, and the reset may not finish.
    .detail =
        { $count ->
            [one] It happened { $count } time in the last 7 days.
           *[other] It happened { $count } times in the last 7 days.
        }
install-crashes-froze = { $app } has frozen more than once
    .why = { $app } may stop answering in the middle of a reset.
    .detail =
        { $count ->
            [one] It happened { $count } time in the last 7 days.
           *[other] It happened { $count } times in the last 7 days.
        }
install-crashes-not-initialised = { $app } could not get started
    .why = It stopped before it was ready, so you may not be able to use it at all.
    .detail =
        { $count ->
            [one] It happened { $count } time in the last 7 days.
           *[other] It happened { $count } times in the last 7 days.
        }
install-crashes-repeated = { $app } has crashed at least three times
    .why = { $app } may close again while you reset your password.
    .detail =
        { $count ->
            [one] It happened { $count } time in the last 7 days.
           *[other] It happened { $count } times in the last 7 days.
        }
install-crashes-once = { $app } has crashed or frozen lately
    .why = This can happen to any app, and matters only if it goes on.
    .detail =
        { $count ->
            [one] It happened { $count } time in the last 7 days.
           *[other] It happened { $count } times in the last 7 days.
        }

## device.clock

check-device-clock = the phone's clock
device-clock-off-by-a-day = This phone's clock is wrong by over a day
    .why = With a wrong date, this phone may refuse the secure connection to { $app }'s server.
    .detail = The right time is { $time }.
device-clock-off-by-minutes = This phone's clock is wrong by over five minutes
    .why = Less than a day rarely does harm, but times that { $app } shows may be off.
    .detail = The right time is { $time }.

## device.storage

check-device-storage = the free storage
device-storage-too-little = Less than 700 MB of storage is free
    .why = Updates of { $app } or of the phone may stop halfway because space runs out.
device-storage-low = Less than 1.5 GB of storage is free
    .why = There is no hurry, but a large update may not find enough space.

## device.network

check-device-network = the internet connection
device-network-no-connection = This phone has no connection
    .why = { $app } needs the internet to reset your password and to warn you of a lock-out.
device-network-aeroplane-mode = Aeroplane mode is on, and there is no connection
    .why = In aeroplane mode { $app } can neither reset your password nor warn you of a lock-out.
device-network-sign-in-page = This network wants you to sign in first
    .why = Until you have signed in, the network lets nothing of { $app } through.
device-network-server-unreachable = { $app }'s server did not answer on this network
    .why = Without its server { $app } can neither reset your password nor register this phone.
device-network-tls-refused = No secure connection to { $app }'s server was possible
    .why = Without a secure connection { $app } sends nothing, so you cannot reset your password on this network.
device-network-server-error = { $app }'s server reports a fault
    .why = The fault is not in this phone. Until it is fixed, a reset may not work.
device-network-blocked-for-app = This phone keeps { $app } off the network
    .why = Without a network { $app } can neither reset your password nor warn you of a lock-out.
device-network-not-validated = This network may not reach the internet
    .why = Without the internet { $app } can neither reset your password nor warn you of a lock-out.
    .step = Connect to another Wi-Fi network, or use mobile data.

## account.registration

check-account-registration = this phone's registration
account-registration-never = This phone is not registered with { $app } yet
    .why = Only on a registered phone can you reset your password and be warned of a lock-out.
account-registration-removed = This phone's registration was removed or reset
    .why = Until you register again, you cannot reset your password here and get no warnings.
account-registration-other-phone = Another phone is registered instead of this one
    .why = Warnings and resets have moved to that phone and no longer work on this one.
account-registration-not-scanned = The QR code has not been scanned yet
    .why = The scan is the last step; until then you cannot reset your password with { $app }.

## registration.camera

check-registration-camera = the camera for the QR code
registration-camera-never-asked = { $app } has not asked for the camera yet
    .why = { $app } needs the camera to scan the QR code that registers this phone.
    .step = Start the scan in { $app } and allow the camera when this phone asks.
registration-camera-denied-once = The camera is not allowed for { $app } yet
    .why = Without the camera { $app } cannot scan the QR code that registers this phone.
registration-camera-denied = The camera is not allowed for { $app }
    .why = { $app } cannot scan the QR code that registers this phone, and may not ask again.
registration-camera-off-by-organisation =
    { $platform ->
        [android] Your organisation has turned off the camera
       *[ios] A restriction on this phone blocks the camera
    }
    .why = While it is off, { $app } cannot scan the QR code that registers this phone.
    .step = Ask support who can allow the camera on this phone.
registration-camera-none = This phone has no camera to scan with
    .why = { $app } registers a phone by scanning a QR code with it.
    .step = Ask support which phone with a camera you can use instead.

## device.profile

check-device-profile = the work profile
device-profile-switchable = { $app }'s work profile can be switched off
    .why = This is fine while it is on. While it is off, no warning that you are locked out arrives.

## Steps, each named in the table of remedies
##
## A step's value is for Android, or for both where it has no .ios. Where the maker is not known, .samsung stands
## beside the value; a maker's own attribute replaces it.

step-os-update =
    { $android ->
        [android7] Open Settings → About phone → System updates and install what is offered.
        [android8] Open Settings → System → System update and install what is offered.
        [android9] Open Settings → System → System update and install what is offered.
        [android10] Open Settings → System → System update and install what is offered.
        [android11] Open Settings → System → System update and install what is offered.
        [android12] Open Settings → System → System update and install what is offered.
        [android13] Open Settings → System → System update and install what is offered.
        [android14] Open Settings → System → Software updates → System update and install what is offered.
       *[android15] Open Settings → System → Software updates → System update and install what is offered.
    }
    .ios = Open Settings → General → Software Update and install what is offered.
    .samsung = On Samsung, open Settings → Software update → Download and install.
    .xiaomi = Open Settings → About phone, tap what may be called MIUI version and install what is offered.
    .oppo = Open what may be called Settings → Software update and install what is offered.
    .vivo = Open what may be called Settings → System update and install what is offered.
    .huawei = Open what may be called Settings → System & updates → Software update and install what is offered.
step-no-update-offered = If no update is offered, this phone is too old: ask support about a reset by SMS.
step-app-notifications =
    { $android ->
        [android7] Open Settings → Apps → { $app } → Notifications and turn off Block all.
        [android8] Open Settings → Apps & notifications → { $app } → App notifications and turn the switch On.
        [android9] Open Settings → Apps & notifications → { $app } → Notifications and turn on Show notifications.
        [android10] Open Settings → Apps & notifications → { $app } → Notifications and turn on Show notifications.
        [android11] Open Settings → Apps and notifications → { $app } → Notifications and turn on All { $app } notifications.
        [android12] Open Settings → Apps → { $app } → Notifications and turn on All { $app } notifications.
        [android13] Open Settings → Apps → { $app } → Notifications and turn on All { $app } notifications.
        [android14] Open Settings → Apps → { $app } → Notifications and turn on All { $app } notifications.
       *[android15] Open Settings → Apps → { $app } → Notifications and turn on All { $app } notifications.
    }
    .ios = Open Settings → Notifications → { $app } and turn on Allow Notifications.
    .samsung = On Samsung, open Settings → Apps → { $app } → Notifications and turn on Allow notifications.
step-channel =
    { $android ->
        [android7] Open Settings → Apps → { $app } → Notifications and turn off Block all.
        [android8] Open Settings → Apps & notifications → { $app } → App notifications and turn on each category.
        [android9] Open Settings → Apps & notifications → { $app } → Notifications → each category and turn on Show notifications.
        [android10] Open Settings → Apps & notifications → { $app } → Notifications → each category and turn on Show notifications.
        [android11] Open Settings → Apps and notifications → { $app } → Notifications and turn on each category.
        [android12] Open Settings → Apps → { $app } → Notifications and turn on each category.
        [android13] Open Settings → Apps → { $app } → Notifications and turn on each category.
        [android14] Open Settings → Apps → { $app } → Notifications and turn on each category.
       *[android15] Open Settings → Apps → { $app } → Notifications and turn on each category.
    }
    .samsung =
        { $android ->
            [android7] On Samsung, open Settings → Apps → { $app } → Notifications and turn on Allow notifications.
            [android8] On Samsung, open Settings → Apps → { $app } → Notifications and turn on each category.
            [android9] On Samsung, open Settings → Apps → { $app } → Notifications and turn on each category.
            [android10] On Samsung, open Settings → Apps → { $app } → Notifications and turn on each category.
            [android11] On Samsung, open Settings → Apps → { $app } → Notifications and turn on each category.
            [android12] On Samsung, open Settings → Apps → { $app } → Notifications and turn on each category.
            [android13] On Samsung, open Settings → Apps → { $app } → Notifications and turn on each category.
            [android14] On Samsung, first turn on Settings → Notifications → Advanced settings → Manage notification categories for each app. Then open Settings → Apps → { $app } → Notifications → Notification categories and turn on each one.
           *[android15] On Samsung, first turn on Settings → Notifications → Advanced settings → Manage notification categories for each app. Then open Settings → Apps → { $app } → Notifications → Notification categories and turn on each one.
        }
step-unpause = End the app timer or Focus mode in Settings → Digital Wellbeing & parental controls.
    .samsung = On Samsung, open Settings → Digital Wellbeing and parental controls → App timers and end that of { $app }.
step-lock-screen =
    { $android ->
        [android7] Open Settings → Notifications → ⚙ → On the lock screen and choose Show all notification content.
        [android8] Open Settings → Apps & notifications → Notifications → On the lock screen and choose Show all notification content.
        [android9] Open Settings → Apps & notifications → Notifications → On lock screen and choose Show all notification content.
        [android10] Open Settings → Apps & notifications → Notifications → Notifications on lockscreen and choose Show alerting and silent notifications.
        [android11] Open Settings → Apps and notifications → Notifications → Notifications on lock screen and choose Show conversations, default and silent.
        [android12] Open Settings → Notifications → Notifications on lock screen and choose Show conversations, default and silent.
        [android13] Open Settings → Notifications → Notifications on lock screen and choose Show conversations, default and silent.
        [android14] Open Settings → Notifications → Notifications on lock screen and choose Show conversations, default and silent.
       *[android15] Open Settings → Notifications → Notifications on lock screen and choose Show conversations, default and silent.
    }
    .ios = Open Settings → Notifications → { $app } and turn on Lock Screen.
    .samsung =
        { $android ->
            [android7] On Samsung, open Settings → Lock screen and turn on Notifications.
            [android8] On Samsung, open Settings → Lock screen and turn on Notifications.
            [android9] On Samsung, open Settings → Lock screen and turn on Notifications.
            [android10] On Samsung, open Settings → Lock screen and turn on Notifications.
            [android11] On Samsung, open Settings → Lock screen and turn on Notifications.
            [android12] On Samsung, open Settings → Lock screen and turn on Notifications.
            [android13] On Samsung, open Settings → Notifications and turn on Lock screen notifications.
            [android14] On Samsung, open Settings → Notifications and turn on Lock screen notifications.
           *[android15] On Samsung, open Settings → Notifications and turn on Lock screen notifications.
        }
step-scheduled-summary = Open Settings → Notifications → { $app } and choose Immediate Delivery.
step-do-not-disturb = Swipe down twice from the top of the screen and turn off Do Not Disturb.
step-do-not-disturb-if-on = Swipe down twice from the top; if Do Not Disturb is on, turn it off.
    .ios = Open Settings → Focus and turn off any Focus that is on.
step-focus-schedule = Open Settings → Focus, tap each Focus, and allow { $app } or remove its schedule.
step-background =
    { $android ->
        [android7] Open Settings → Apps → { $app } → Battery and let { $app } run in the background.
        [android8] Open Settings → Apps & notifications → { $app } → Battery and turn on Background activity.
        [android9] Open Settings → Apps & notifications → { $app } → Advanced → Battery → Background restriction and remove the restriction.
        [android10] Open Settings → Apps & notifications → { $app } → Advanced → Battery → Background restriction and remove the restriction.
        [android11] Open Settings → Apps and notifications → { $app } → Advanced → Battery → Background restriction and remove the restriction.
        [android12] Open Settings → Apps → { $app } → Battery and choose Unrestricted or Optimised.
        [android13] Open Settings → Apps → { $app } → Battery and choose Unrestricted or Optimised.
        [android14] Open Settings → Apps → { $app } → App battery usage, tap the words Allow background usage, if there, and choose Optimised.
       *[android15] Open Settings → Apps → { $app } → App battery usage, tap the words Allow background usage, if there, and choose Optimised.
    }
    .samsung =
        { $android ->
            [android7] On Samsung, open Settings → Apps → { $app } → Battery and turn on Allow background activity.
            [android8] On Samsung, open Settings → Apps → { $app } → Battery and turn on Allow background activity.
            [android9] On Samsung, open Settings → Apps → { $app } → Battery and turn on Allow background activity.
            [android10] On Samsung, open Settings → Apps → { $app } → Battery and turn on Allow background activity.
            [android11] On Samsung, open Settings → Apps → { $app } → Battery and turn on Allow background activity.
            [android12] On Samsung, open Settings → Apps → { $app } → Battery and choose Unrestricted or Optimised.
            [android13] On Samsung, open Settings → Apps → { $app } → Battery and choose Unrestricted or Optimised.
            [android14] On Samsung, open Settings → Apps → { $app } → Battery and choose Unrestricted or Optimised.
           *[android15] On Samsung, open Settings → Apps → { $app } → Battery and choose Unrestricted or Optimised.
        }
    .xiaomi = Open Settings → Apps → Manage apps → { $app } → Battery saver and choose what may be called No restrictions.
step-no-force-stop = From now on, leave the Force stop button in { $app }'s settings untouched.
step-open-now-and-then = Open { $app } now and then, for example once a week.
step-unused-app =
    { $android ->
        [android7] Open { $app } at least once a month.
        [android8] Open { $app } at least once a month.
        [android9] Open { $app } at least once a month.
        [android10] Open { $app } at least once a month.
        [android11] Open Settings → Apps and notifications → { $app } → Permissions and turn off Remove permissions if app isn’t used.
        [android12] Open Settings → Apps → { $app } and turn off Remove permissions and free up space.
        [android13] Open Settings → Apps → { $app } and turn off Pause app activity if unused.
        [android14] Open Settings → Apps → { $app } and turn off Pause app activity if unused or Manage app if unused.
       *[android15] Open Settings → Apps → { $app } and turn off Manage app if unused.
    }
    .samsung =
        { $android ->
            [android7] On Samsung, open { $app } at least once a month.
            [android8] On Samsung, open { $app } at least once a month.
            [android9] On Samsung, open { $app } at least once a month.
            [android10] On Samsung, open { $app } at least once a month.
            [android11] On Samsung, open Settings → Apps → { $app } and turn off Remove permissions if app is unused.
            [android12] On Samsung, open Settings → Apps → { $app } and turn off Remove permissions if app is unused.
            [android13] On Samsung, open Settings → Apps → { $app } and turn off Remove permissions if app is unused.
            [android14] On Samsung, open Settings → Apps → { $app } and turn off Manage app if unused.
           *[android15] On Samsung, open Settings → Apps → { $app } and turn off Manage app if unused.
        }
step-background-refresh =
    { $ios ->
        [ios] Open Settings → { $app } and turn on Background App Refresh.
       *[ios18] Open Settings → Apps → { $app } and turn on Background App Refresh.
    }
step-connect-vpn = If you use a VPN on this phone, connect it.
step-app-mobile-data =
    { $android ->
        [android7] Open Settings → Apps → { $app } → Data usage and turn on Background data.
        [android8] Open Settings → Apps & notifications → { $app } → Data usage and turn on Background data.
        [android9] Open Settings → Apps & notifications → { $app } → Data usage and turn on Background data.
        [android10] Open Settings → Apps & notifications → { $app } → Mobile data & Wi-Fi and turn on Background data.
        [android11] Open Settings → Apps and notifications → { $app } → Mobile data and Wi-Fi and turn on Background data.
        [android12] Open Settings → Apps → { $app } → Mobile data and Wi-Fi and turn on Background data.
        [android13] Open Settings → Apps → { $app } → Mobile data and Wi-Fi and turn on Background data.
        [android14] Open Settings → Apps → { $app } → Mobile data and Wi-Fi and turn on Background data.
       *[android15] Open Settings → Apps → { $app } → Mobile data and Wi-Fi and turn on Background data.
    }
    .samsung = On Samsung, open Settings → Apps → { $app } → Mobile data and turn on Allow background data usage.
step-battery-saver = Open Settings → Battery and turn off Battery Saver.
    .ios = Open Settings → Battery and turn off Low Power Mode.
    .samsung =
        { $android ->
            [android7] On Samsung, open Settings → Device care → Battery and turn off Power saving mode.
            [android8] On Samsung, open Settings → Device care → Battery and turn off Power saving mode.
            [android9] On Samsung, open Settings → Device care → Battery and turn off Power saving mode.
            [android10] On Samsung, open Settings → Device care → Battery and turn off Power saving mode.
            [android11] On Samsung, open Settings → Device care → Battery and turn off Power saving mode.
            [android12] On Samsung, open Settings → Device care → Battery and turn off Power saving mode.
            [android13] On Samsung, open Settings → Device care → Battery and turn off Power saving mode.
            [android14] On Samsung, open Settings → Battery and turn off Power saving.
           *[android15] On Samsung, open Settings → Battery and turn off Power saving.
        }
    .xiaomi = Open Settings → Battery and turn off what may be called Battery saver.
    .oppo = Open Settings → Battery and turn off what may be called Power saving mode.
    .vivo = Open Settings → Battery and turn off what may be called Low power mode.
    .huawei = Open Settings → Battery and turn off what may be called Power Saving mode.
step-unrestricted-data =
    { $android ->
        [android7] Open Settings → Apps → { $app } → Data usage and turn on Unrestricted data usage.
        [android8] Open Settings → Apps & notifications → { $app } → Data usage and turn on Unrestricted data usage.
        [android9] Open Settings → Apps & notifications → { $app } → Data usage and turn on Unrestricted data usage.
        [android10] Open Settings → Apps & notifications → { $app } → Mobile data & Wi-Fi and turn on Unrestricted data usage.
        [android11] Open Settings → Apps and notifications → { $app } → Mobile data and Wi-Fi and turn on Unrestricted data usage.
        [android12] Open Settings → Apps → { $app } → Mobile data and Wi-Fi and turn on Unrestricted data usage.
        [android13] Open Settings → Apps → { $app } → Mobile data and Wi-Fi and turn on Unrestricted data usage.
        [android14] Open Settings → Apps → { $app } → Mobile data and Wi-Fi and turn on Unrestricted data usage.
       *[android15] Open Settings → Apps → { $app } → Mobile data and Wi-Fi and turn on Unrestricted data usage.
    }
    .samsung = On Samsung, open Settings → Apps → { $app } → Mobile data and turn on Allow data usage while Data saver is on.
step-play-services = Open Settings → Apps → Google Play services and tap Enable.
    .samsung = On Samsung, open Settings → Apps → Google Play services and tap Turn on.
step-reopen-app = Close { $app } and open it again.
step-still-no-address = If this is still shown then, ask support for { -new-email }.
step-open-ports = If it must be this network, ask support to let Google's push service through.
    .ios = If it must be this network, ask support to let Apple's push service through.
step-check-network = Ask support to check the network that you were on.
step-other-network = Try mobile data instead of Wi-Fi, or the other way round.
step-battery-exemption =
    { $android ->
        [android7] Open Settings → Battery → ⋮ → Battery optimisation → All apps → { $app } and choose Don’t optimise.
        [android8] Open Settings → Apps & notifications → Special app access → Battery optimisation → All apps → { $app } and choose Don’t optimise.
        [android9] Open Settings → Apps & notifications → Special app access → Battery optimisation → All apps → { $app } and choose Don’t optimise.
        [android10] Open Settings → Apps & notifications → Special app access → Battery optimisation → All apps → { $app } and choose Don’t optimise.
        [android11] Open Settings → Apps and notifications → Special app access → Battery optimisation → All apps → { $app } and choose Don’t optimise.
        [android12] Open Settings → Apps → { $app } → Battery and choose Unrestricted.
        [android13] Open Settings → Apps → { $app } → Battery and choose Unrestricted.
        [android14] Open Settings → Apps → { $app } → App battery usage, tap the words Allow background usage, and choose Unrestricted.
       *[android15] Open Settings → Apps → { $app } → App battery usage, tap the words Allow background usage, and choose Unrestricted.
    }
    .samsung =
        { $android ->
            [android7] On Samsung, open Settings → Apps → ⋮ → Special access → Optimise battery usage → All and turn { $app } off.
            [android8] On Samsung, open Settings → Apps → ⋮ → Special access → Optimise battery usage → All and turn { $app } off.
            [android9] On Samsung, open Settings → Apps → ⋮ → Special access → Optimise battery usage → All and turn { $app } off.
            [android10] On Samsung, open Settings → Apps → ⋮ → Special access → Optimise battery usage → All and turn { $app } off.
            [android11] On Samsung, open Settings → Apps → ⋮ → Special access → Optimise battery usage → All and turn { $app } off.
            [android12] On Samsung, open Settings → Apps → { $app } → Battery and choose Unrestricted.
            [android13] On Samsung, open Settings → Apps → { $app } → Battery and choose Unrestricted.
            [android14] On Samsung, open Settings → Apps → { $app } → Battery and choose Unrestricted.
           *[android15] On Samsung, open Settings → Apps → { $app } → Battery and choose Unrestricted.
        }
    .xiaomi = Open Settings → Apps → Manage apps → { $app } → Battery saver and choose what may be called No restrictions.
step-maker-battery = Look in Settings for a list that may be called Autostart or App launch, and allow { $app } there.
    .samsung =
        { $android ->
            [android7] On Samsung, open Settings → Device maintenance → Battery → Unmonitored apps and add { $app }.
            [android8] On Samsung, open Settings → Device maintenance → Battery → Unmonitored apps and add { $app }.
            [android9] On Samsung, open Settings → Device care → Battery → ⋮ → Settings → Sleeping apps and remove { $app }.
            [android10] On Samsung, open Settings → Device care → Battery → ⋮ → Settings → Sleeping apps and remove { $app }.
            [android11] On Samsung, open Settings → Battery → Background usage limits → Sleeping apps and Deep sleeping apps and remove { $app }.
            [android12] On Samsung, open Settings → Battery → Background usage limits → Sleeping apps and Deep sleeping apps and remove { $app }.
            [android13] On Samsung, open Settings → Battery → Background usage limits → Sleeping apps and Deep sleeping apps and remove { $app }.
            [android14] On Samsung, open Settings → Battery → Background usage limits → Sleeping apps and Deep sleeping apps and remove { $app }.
           *[android15] On Samsung, open Settings → Battery → Background usage limits → Sleeping apps and Deep sleeping apps and remove { $app }.
        }
    .xiaomi =
        { $android ->
            [android7] Open Settings → Apps → Manage apps → { $app } and turn on what may be called Autostart.
            [android8] Open Settings → Apps → Manage apps → { $app } and turn on what may be called Autostart.
            [android9] Open Settings → Apps → Manage apps → { $app } and turn on what may be called Autostart.
            [android10] Open Settings → Apps → Manage apps → { $app } and turn on what may be called Autostart.
            [android11] Open Settings → Apps → Manage apps → { $app } and turn on what may be called Autostart.
            [android12] Open Settings → Apps → Manage apps → { $app } and turn on what may be called Autostart.
            [android13] Open Settings → Apps → { $app } → App permissions and turn on what may be called Background autostart.
            [android14] Open Settings → Apps → { $app } → App permissions and turn on what may be called Background autostart.
           *[android15] Open Settings → Apps → { $app } → App permissions and turn on what may be called Background autostart.
        }
    .oppo =
        { $android ->
            [android7] Open Settings → App management → { $app } and turn on what may be called Allow Auto Startup.
            [android8] Open Settings → App management → { $app } and turn on what may be called Allow Auto Startup.
            [android9] Open Settings → App management → { $app } and turn on what may be called Allow Auto Startup.
            [android10] Open Settings → App management → { $app } → Battery usage and turn on what may be called Run in background.
            [android11] Open Settings → Apps → { $app } → Battery usage and turn on what may be called Allow auto launch.
            [android12] Open Settings → Apps → { $app } → Battery usage and turn on what may be called Allow auto launch.
            [android13] Open Settings → Apps → { $app } → Battery usage and turn on what may be called Allow auto launch.
            [android14] Open Settings → Apps → { $app } → Battery usage and turn on what may be called Allow auto launch.
           *[android15] Open Settings → Apps → { $app } → Battery usage and turn on what may be called Allow auto launch.
        }
    .vivo =
        { $android ->
            [android7] Open Settings → Battery → what may be called High background power consumption and turn on { $app }.
            [android8] Open Settings → Battery → what may be called High background power consumption and turn on { $app }.
            [android9] Open Settings → Battery → what may be called High background power consumption and turn on { $app }.
            [android10] Open Settings → Battery → what may be called High background power consumption and turn on { $app }.
            [android11] Open Settings → Battery → what may be called High background power consumption and turn on { $app }.
            [android12] Open Settings → Battery → what may be called High background power consumption and turn on { $app }.
            [android13] Open Settings → Battery → { $app } and choose what may be called Don’t restrict background power usage.
            [android14] Open Settings → Battery → { $app } and choose what may be called Don’t restrict background power usage.
           *[android15] Open Settings → Battery → { $app } and choose what may be called Don’t restrict background power usage.
        }
    .huawei =
        { $android ->
            [android7] Open Settings → Battery → what may be called Close apps on screen lock and turn { $app } off.
            [android8] Open Settings → Apps → App launch → { $app } and turn on what may be called Run in background.
            [android9] Open Settings → Apps → App launch → { $app } and turn on what may be called Run in background.
            [android10] Open Settings → Apps → App launch → { $app } and turn on what may be called Run in background.
            [android11] Open Settings → Apps → App launch → { $app } and turn on what may be called Run in background.
            [android12] Open Settings → Apps → App launch → { $app } and turn on what may be called Run in background.
            [android13] Open Settings → Apps → App launch → { $app } and turn on what may be called Run in background.
            [android14] Open Settings → Apps → App launch → { $app } and turn on what may be called Run in background.
           *[android15] Open Settings → Apps → App launch → { $app } and turn on what may be called Run in background.
        }
step-maker-lock-screen = Look in { $app }'s notification settings for lock-screen and banner switches, and turn them on.
    .samsung =
        { $android ->
            [android7] On Samsung, open Settings → Apps → { $app } → Notifications → each category and turn on Show as pop-up.
            [android8] On Samsung, open Settings → Apps → { $app } → Notifications → each category and turn on Show as pop-up.
            [android9] On Samsung, open Settings → Apps → { $app } → Notifications → each category and turn on Show as pop-up.
            [android10] On Samsung, open Settings → Apps → { $app } → Notifications → each category and turn on Show as pop-up.
            [android11] On Samsung, open Settings → Apps → { $app } → Notifications → each category and turn on Show as pop-up.
            [android12] On Samsung, open Settings → Apps → { $app } → Notifications → each category and turn on Show as pop-up.
            [android13] On Samsung, open Settings → Apps → { $app } → Notifications → each category and turn on Show as pop-up.
            [android14] On Samsung, open Settings → Apps → { $app } → Notifications → Notification categories → each category and turn on Show as pop-up.
           *[android15] On Samsung, open Settings → Apps → { $app } → Notifications → Notification categories → each category and turn on Show as pop-up.
        }
    .xiaomi = Open Settings → Notifications → { $app } and turn on what may be called Lock screen notifications and Floating notifications.
    .oppo = Open Settings → Notifications & status bar → { $app } and turn on what may be called Lock screen and Banner.
    .vivo = Open Settings → Notifications and status bar → { $app } and turn on what may be called Lock screen.
    .huawei = Open Settings → Notifications → { $app } and turn on what may be called Lock screen notifications and Banners.
step-names-differ = On this phone, the names may be slightly different.
step-restart = Restart this phone and unlock it once.
step-test-push = Tap { -test-button }, lock this phone and wait for the notification.
step-still-nothing = If nothing arrives, call support and read out the code on this screen.
step-watch = If you wear a watch, look there: it can take the alert away from this phone.
step-test-notification = Tap { -test-button } and look for the notification.
step-other-way = Ask support whether you can reset your password by SMS.
step-contact-technician = Call support and read out the code on this screen.
step-contact-vendor = Ask support to pass the code on this screen to the makers of { $app }.
step-others-affected = Tell support whether colleagues have the same trouble with { $app }.
step-new-email = Ask support for { -new-email }.
step-new-email-first = First ask support for { -new-email }, and keep { $app } until it has arrived.
step-uninstall = Once the new e-mail is there, uninstall { $app }.
step-install-from-store = Install { $app } from the app store.
step-open-newest-email = Open the link in the newest activation e-mail on another screen.
step-scan-code = Scan the QR code on that screen with { $app }.
step-link-dead = If the link no longer works, ask support for { -new-email }.
step-update-app = Look for an update of { $app } in the app store and install it.
step-update-webview = Look for an update of Android System WebView in the Play Store and install it.
step-still-crashing = If { $app } still crashes, ask support for { -new-email } before anything else.
step-use-main-copy = Open the other { $app }, the one without a clone mark on its icon.
step-date-time =
    { $android ->
        [android7] Open Settings → Date & time and turn on Automatic date & time.
        [android8] Open Settings → System → Date & time and turn on Automatic date & time.
        [android9] Open Settings → System → Date & time and turn on Automatic date & time.
        [android10] Open Settings → System → Date & time and turn on Use network-provided time.
        [android11] Open Settings → System → Date and time and turn on Use network-provided time.
        [android12] Open Settings → System → Date and time and turn on Set time automatically.
        [android13] Open Settings → System → Date and time and turn on Set time automatically.
        [android14] Open Settings → System → Date and time and turn on Set time automatically.
       *[android15] Open Settings → System → Date and time and turn on Set time automatically.
    }
    .ios = Open Settings → General → Date & Time and turn on Set Automatically.
    .samsung = On Samsung, open Settings → General management → Date and time and turn on Automatic date and time.
step-storage = Open Settings → Storage and free up space until 1.5 GB is free.
    .ios = Delete what is not needed in Settings → General → iPhone Storage until 1.5 GB is free.
    .samsung = On Samsung, free up space in Settings → Device care → Storage until 1.5 GB is free.
step-network = Turn on Wi-Fi or mobile data in Settings.
step-aeroplane-mode = Swipe down from the top of the screen and turn off Aeroplane mode.
    .samsung = On Samsung, swipe down from the top of the screen and turn off Flight mode.
step-sign-in-page = Open any web page in a browser and sign in to the network.
step-camera =
    { $android ->
        [android7] Open Settings → Apps → { $app } → Permissions and turn on Camera.
        [android8] Open Settings → Apps & notifications → { $app } → Permissions and turn on Camera.
        [android9] Open Settings → Apps & notifications → { $app } → Permissions and turn on Camera.
        [android10] Open Settings → Apps & notifications → { $app } → Permissions → Camera and choose Allow.
        [android11] Open Settings → Apps and notifications → { $app } → Permissions → Camera and choose Allow only while using the app.
        [android12] Open Settings → Apps → { $app } → Permissions → Camera and choose Allow only while using the app.
        [android13] Open Settings → Apps → { $app } → Permissions → Camera and choose Allow only while using the app.
        [android14] Open Settings → Apps → { $app } → Permissions → Camera and choose Allow only while using the app.
       *[android15] Open Settings → Apps → { $app } → Permissions → Camera and choose Allow only while using the app.
    }
    .ios =
        { $ios ->
            [ios] Open Settings → { $app } and turn on Camera.
           *[ios18] Open Settings → Apps → { $app } and turn on Camera.
        }
step-keep-profile-on =
    { $android ->
        [android7] Keep the work profile turned on, because no notification arrives while it is paused.
        [android8] Keep the work profile turned on, because no notification arrives while it is paused.
        [android9] Keep the work profile turned on, because no notification arrives while it is paused.
        [android10] Keep the work profile turned on, because no notification arrives while it is paused.
        [android11] Keep the work profile turned on, because no notification arrives while it is paused.
        [android12] Keep Work apps turned on, because no notification arrives while they are paused.
        [android13] Keep Work apps turned on, because no notification arrives while they are paused.
        [android14] Keep Work apps turned on, because no notification arrives while they are paused.
       *[android15] Keep Work apps turned on, because no notification arrives while they are paused.
    }
