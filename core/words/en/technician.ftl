### What the technician reads: busy, on the phone with the user, at work in the vendor's console ("the phone", "the user").
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
###
### $reset is the menu path inside $console, without the console's name.

## Phrases used more than once

-test-button = Test it now

## Verdict

verdict-blocked = Something keeps { $app } from working on this phone
verdict-blocked-notifications = { $app } can't reach the user yet
verdict-at-risk = Something may get in { $app }'s way on this phone
verdict-at-risk-notifications = The user may miss a warning from { $app }
verdict-healthy = Working: a test arrived
verdict-not-proven = Nothing wrong found

## The proof behind "working", and when it came

proof-arrived = It arrived at { $time }.

## Answer to the complaint

answer-explained = This explains the complaint
answer-not-this-phone = The phone is not the reason, as far as it can see
answer-cannot-tell = The phone can't tell

## Why something could not be told

reason-no-api = This OS version does not tell apps about this.
reason-no-permission = { $app } is not allowed to look at this.
reason-call-failed = The phone did not answer when { $app } asked.
reason-host-silent = { $app } did not say.
reason-not-run = This has not been checked yet.
reason-hidden = The phone's maker keeps this hidden from apps.
reason-changed-by-opening = Opening { $app } changes this, so it can't be seen.
reason-unsupported = This kind of signature can't be checked here.

## What is not known

unknown-outcome = Not checked: { $checks }
unknown-folded = What this phone can't tell: { $checks }
unknown-check = Check number { $number } comes from a newer phone and is unknown to this program
unknown-cause = Something is wrong with { $checks }: cause number { $number }, unknown to this program
unknown-warning = A newer warning about { $checks }, unknown to this program
unknown-cause-not-carried = Something is wrong with { $checks }, but the code had no room for the cause

## Activation link

link-valid-until = The activation link is valid until { $time } at the latest
link-expired-since = The activation link has not been valid since { $time }

## os.version

check-os-version =
    { $platform ->
        [android] the Android version
       *[ios] the iOS version
    }
os-version-below-minimum =
    { $platform ->
        [android] The phone's Android version is too old for { $app }
       *[ios] The phone's iOS version is too old for { $app }
    }
    .why = On a version below its minimum { $app } does not install, or crashes when it is opened.
    .step =
        { $android ->
            [android7] Have the user update the phone to { $minimum } or newer in Settings → About phone → System updates.
            [android8] Have the user update the phone to { $minimum } or newer in Settings → System → System update.
            [android9] Have the user update the phone to { $minimum } or newer in Settings → System → System update.
            [android10] Have the user update the phone to { $minimum } or newer in Settings → System → System update.
            [android11] Have the user update the phone to { $minimum } or newer in Settings → System → System update.
            [android12] Have the user update the phone to { $minimum } or newer in Settings → System → System update.
            [android13] Have the user update the phone to { $minimum } or newer in Settings → System → System update.
            [android14] Have the user update the phone to { $minimum } or newer in Settings → System → Software updates.
           *[android15] Have the user update the phone to { $minimum } or newer in Settings → System → Software updates.
        }
    .step-ios = Have the user update the phone to { $minimum } or newer in Settings → General → Software Update.
    .step-samsung = On Samsung, have the user open Settings → Software update → Download and install.
os-version-below-next =
    { $platform ->
        [android] The next { $app } will need a newer Android
       *[ios] The next { $app } will need a newer iOS
    }
    .why = The next version does not install on this OS version, so updates of { $app } end here.

## os.security_patch

check-os-security-patch = the date of the last security update
os-security-patch-old = The last security update is over a year old
    .why = This does not affect { $app }, but the phone that resets passwords has known security gaps.
    .detail =
        { $days ->
            [one] It is { $days } day old.
           *[other] It is { $days } days old.
        }

## notifications.app

check-notifications-app = notifications for the app
notifications-app-off = Notifications for { $app } are off
    .why = The phone shows none of { $app }'s pushes, and registration by QR code is refused.
notifications-app-never-asked = { $app } has not asked to send notifications yet
    .why = Until the user allows them, no push is shown and registration by QR code is refused.
    .step = Have the user open { $app } and choose Allow when it asks to send notifications.
notifications-app-denied-once = Notifications for { $app } were declined once
    .why = Android can show the prompt once more; until it is allowed, no push is shown and QR registration is refused.
notifications-app-denied = { $app } has asked, but notifications are not allowed
    .why = The system may not prompt again; until Settings allows it, no push is shown and QR registration is refused.
notifications-app-revoked-unused = Notifications are off, probably because { $app } was unused
    .why = Android takes POST_NOTIFICATIONS from unused apps; until it is allowed again, no push is shown.
    .detail =
        { $days ->
            [one] The app was not used for { $days } day.
           *[other] The app was not used for { $days } days.
        }
notifications-app-not-declared = This build of { $app } does not declare notifications
    .why = POST_NOTIFICATIONS is not in the manifest, so Android 13 and newer show none of its pushes.
notifications-app-locked-by-organisation = The organisation has locked notifications for { $app }
    .why = The user cannot change the switch, and until the policy allows it no push is shown.
    .step = Have whoever manages the organisation's phones unlock notifications for { $app }.
notifications-app-provisional = Notifications for { $app } arrive quietly
    .why = Provisional authorisation shows pushes in Notification Centre only, without banner, sound or lock screen.
    .step = Have the user open Settings → Notifications → { $app } and turn on Lock Screen, Banners and Sounds.

## notifications.channel

check-notifications-channel = the app's notification categories
notifications-channel-blocked = A notification category of { $app } is off
    .why = Importance NONE: Android drops whatever is posted there, and a lock-out push may be among it.
notifications-channel-group-blocked = A group of { $app }'s notification categories is off
    .why = A blocked group overrides its channels: nothing posted to them is shown, whatever their importance.
    .step =
        { $android ->
            [android7] Have the user open Settings → Apps → { $app } → Notifications and turn on the group that is off.
            [android8] Have the user open Settings → Apps & notifications → { $app } → App notifications and turn on the group that is off.
            [android9] Have the user open Settings → Apps & notifications → { $app } → Notifications and turn on the group that is off.
            [android10] Have the user open Settings → Apps & notifications → { $app } → Notifications and turn on the group that is off.
            [android11] Have the user open Settings → Apps and notifications → { $app } → Notifications and turn on the group that is off.
            [android12] Have the user open Settings → Apps → { $app } → Notifications and turn on the group that is off.
            [android13] Have the user open Settings → Apps → { $app } → Notifications and turn on the group that is off.
            [android14] Have the user open Settings → Apps → { $app } → Notifications and turn on the group that is off.
           *[android15] Have the user open Settings → Apps → { $app } → Notifications and turn on the group that is off.
        }
notifications-channel-missing = A notification category of { $app } does not exist
    .why = Android drops a notification to a channel that does not exist; { $app } should have created it at start.
notifications-channel-minimised = A notification category of { $app } is minimised
    .why = Importance MIN shows a notification only at the end of the shade: no sound, no status bar icon.
    .step =
        { $android ->
            [android7] Have the user open Settings → Apps → { $app } → Notifications and turn off Show silently.
            [android8] Have the user open Settings → Apps & notifications → { $app } → App notifications → the category and set Importance to High.
            [android9] Have the user open Settings → Apps & notifications → { $app } → Notifications → the category and choose Make sound and pop up on screen.
            [android10] Have the user open Settings → Apps & notifications → { $app } → Notifications → the category and choose Alerting.
            [android11] Have the user open Settings → Apps and notifications → { $app } → Notifications → the category and choose Default.
            [android12] Have the user open Settings → Apps → { $app } → Notifications → the category and choose Default.
            [android13] Have the user open Settings → Apps → { $app } → Notifications → the category and choose Default.
            [android14] Have the user open Settings → Apps → { $app } → Notifications → the category and choose Default.
           *[android15] Have the user open Settings → Apps → { $app } → Notifications → the category and choose Default.
        }
    .step-samsung =
        { $android ->
            [android7] On Samsung, have the user open Settings → Apps → { $app } → Notifications and turn off Show silently.
            [android8] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android9] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android10] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android11] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android12] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android13] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android14] On Samsung, have the user open Settings → Apps → { $app } → Notifications → Notification categories → the category and choose Alert.
           *[android15] On Samsung, have the user open Settings → Apps → { $app } → Notifications → Notification categories → the category and choose Alert.
        }
notifications-channel-silent = A notification category of { $app } is silent
    .why = Importance LOW shows a notification without sound or pop-up, so a lock-out push may go unnoticed.
    .step =
        { $android ->
            [android7] Have the user open Settings → Apps → { $app } → Notifications and turn off Show silently.
            [android8] Have the user open Settings → Apps & notifications → { $app } → App notifications → the category and set Importance to High.
            [android9] Have the user open Settings → Apps & notifications → { $app } → Notifications → the category and choose Make sound and pop up on screen.
            [android10] Have the user open Settings → Apps & notifications → { $app } → Notifications → the category and choose Alerting.
            [android11] Have the user open Settings → Apps and notifications → { $app } → Notifications → the category and choose Default.
            [android12] Have the user open Settings → Apps → { $app } → Notifications → the category and choose Default.
            [android13] Have the user open Settings → Apps → { $app } → Notifications → the category and choose Default.
            [android14] Have the user open Settings → Apps → { $app } → Notifications → the category and choose Default.
           *[android15] Have the user open Settings → Apps → { $app } → Notifications → the category and choose Default.
        }
    .step-samsung =
        { $android ->
            [android7] On Samsung, have the user open Settings → Apps → { $app } → Notifications and turn off Show silently.
            [android8] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android9] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android10] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android11] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android12] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android13] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and choose Alert.
            [android14] On Samsung, have the user open Settings → Apps → { $app } → Notifications → Notification categories → the category and choose Alert.
           *[android15] On Samsung, have the user open Settings → Apps → { $app } → Notifications → Notification categories → the category and choose Alert.
        }
notifications-channel-no-pop-up = A notification category of { $app } does not pop up
    .why = Importance DEFAULT gives a sound but no pop-up, and { $app } is meant to show one.
    .step =
        { $android ->
            [android7] Have the user open Settings → Apps → { $app } → Notifications and turn off Show silently.
            [android8] Have the user open Settings → Apps & notifications → { $app } → App notifications → the category and set Importance to Urgent.
            [android9] Have the user open Settings → Apps & notifications → { $app } → Notifications → the category and choose Make sound and pop up on screen.
            [android10] Have the user open Settings → Apps & notifications → { $app } → Notifications → the category and turn on Pop on screen.
            [android11] Have the user open Settings → Apps and notifications → { $app } → Notifications → the category and turn on Pop on screen.
            [android12] Have the user open Settings → Apps → { $app } → Notifications → the category and turn on Pop on screen.
            [android13] Have the user open Settings → Apps → { $app } → Notifications → the category and turn on Pop on screen.
            [android14] Have the user open Settings → Apps → { $app } → Notifications → the category and turn on Pop on screen.
           *[android15] Have the user open Settings → Apps → { $app } → Notifications → the category and turn on Pop on screen.
        }
    .step-samsung =
        { $android ->
            [android7] On Samsung, have the user open Settings → Apps → { $app } → Notifications and turn off Show silently.
            [android8] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and turn on Show as pop-up.
            [android9] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and turn on Show as pop-up.
            [android10] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and turn on Show as pop-up.
            [android11] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and turn on Show as pop-up.
            [android12] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and turn on Show as pop-up.
            [android13] On Samsung, have the user open Settings → Apps → { $app } → Notifications → the category and turn on Show as pop-up.
            [android14] On Samsung, have the user open Settings → Apps → { $app } → Notifications → Notification categories → the category and turn on Show as pop-up.
           *[android15] On Samsung, have the user open Settings → Apps → { $app } → Notifications → Notification categories → the category and turn on Show as pop-up.
        }

## notifications.presentation

check-notifications-presentation = how notifications are shown
notifications-presentation-nowhere = The phone shows { $app }'s notifications nowhere
    .why = Banners, lock screen and Notification Centre are all off, so the user can see no push.
    .step = Have the user open Settings → Notifications → { $app } and turn on Lock Screen, Notification Centre and Banners.
notifications-presentation-paused = Notifications for { $app } are paused
    .why = Android hides a paused app's notifications until the pause ends, often a Focus mode or an app timer.
notifications-presentation-lock-screen-off = Notifications on the lock screen are off
    .why = The phone's own setting hides every app's notifications while it is locked, so a push is noticed late.
notifications-presentation-lock-screen-off-for-app =
    { $platform ->
        [android] A { $app } category is hidden on the lock screen
       *[ios] { $app } is hidden on the lock screen
    }
    .why =
        { $platform ->
            [android] The channel's visibility is SECRET: what is posted there stays hidden while the phone is locked.
           *[ios] While the phone is locked, pushes stay hidden, so a lock-out may be noticed late.
        }
    .step =
        { $android ->
            [android7] Have the user open Settings → Apps → { $app } → Notifications → On the lock screen and choose Show all notification content.
            [android8] In Settings → Apps & notifications → { $app } → App notifications → each category → On the lock screen, have Show all notification content chosen.
            [android9] In Settings → Apps & notifications → { $app } → Notifications → each category → On lock screen, have Show all notification content chosen.
            [android10] Have the user open Settings → Apps & notifications → { $app } → Notifications → each category → Lock screen and choose Show all notification content.
            [android11] Have the user open Settings → Apps and notifications → { $app } → Notifications → each category → Lock screen and choose Show all notification content.
            [android12] Have the user open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show all notification content.
            [android13] Have the user open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show all notification content.
            [android14] Have the user open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show all notification content.
           *[android15] Have the user open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show all notification content.
        }
    .step-ios = Have the user open Settings → Notifications → { $app } and turn on Lock Screen.
    .step-samsung =
        { $android ->
            [android7] On Samsung, have the user open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show content.
            [android8] On Samsung, have the user open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show content.
            [android9] On Samsung, have the user open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show content.
            [android10] On Samsung, have the user open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show content.
            [android11] On Samsung, have the user open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show content.
            [android12] On Samsung, have the user open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show content.
            [android13] On Samsung, have the user open Settings → Apps → { $app } → Notifications → each category → Lock screen and choose Show content.
            [android14] On Samsung, have the user open Settings → Apps → { $app } → Notifications → Notification categories → each category → Lock screen and choose Show content.
           *[android15] On Samsung, have the user open Settings → Apps → { $app } → Notifications → Notification categories → each category → Lock screen and choose Show content.
        }
notifications-presentation-banners-off = Banners for { $app } are off
    .why = While the phone is in use, a push shows no banner, so the user may notice a lock-out late.
    .step = Have the user open Settings → Notifications → { $app } and turn on Banners.
notifications-presentation-held-for-summary = { $app }'s notifications wait for the Scheduled Summary
    .why = iOS holds a push until the next summary, because it is not marked, or not allowed, as Time Sensitive.
notifications-presentation-shown-silently = Notifications for { $app } are shown silently
    .why = On Android 7 this is importance LOW or MIN for the whole app: no sound, no pop-up.
    .step = Have the user open Settings → Apps → { $app } → Notifications and turn off Show silently.
notifications-presentation-notification-centre-off = Notification Centre is off for { $app }
    .why = A push is not kept in the list, so the user cannot find a missed one later.
    .step = Have the user open Settings → Notifications → { $app } and turn on Notification Centre.

## notifications.interruptions

check-notifications-interruptions =
    { $platform ->
        [android] Do Not Disturb
       *[ios] Focus
    }
notifications-interruptions-total-silence = Do Not Disturb silences everything, except perhaps alarms
    .why = The filter is NONE or ALARMS: no push makes a sound, whatever its channel's importance.
notifications-interruptions-do-not-disturb =
    { $platform ->
        [android] Do Not Disturb is on and may mute { $app }
       *[ios] A Focus is on and may mute { $app }
    }
    .why = This is no fault, but a push may be muted or hidden unless it is allowed through.
    .step = To hear warnings now, have the user swipe down twice from the top and turn off Do Not Disturb.
    .step-ios = To hear warnings now, have the user open Settings → Focus and turn off the Focus that is on.

## notifications.background

check-notifications-background = the app's work in the background
notifications-background-restricted = { $app } is restricted in the background
    .why = FCM does not deliver to an app that is restricted in the background, so lock-out pushes do not arrive.
notifications-background-force-stopped = { $app } was force-stopped until the user opened it
    .why = FCM does not deliver to a force-stopped app: pushes from before this start may be lost.
notifications-background-push-limit = Android has limited { $app }'s pushes per day
    .why = In the App Standby bucket RESTRICTED, Android caps an app's high-priority FCM messages per day.
notifications-background-paused-when-unused = Android pauses { $app } when it is not used
    .why = A hibernated app loses its permissions and receives no FCM message, whatever its priority.
    .detail =
        { $days ->
            [one] The app was not used for { $days } day.
           *[other] The app was not used for { $days } days.
        }
notifications-background-refresh-off = Background App Refresh is off for { $app }
    .why = { $app } relies on silent pushes, and iOS wakes it for those only with Background App Refresh.
notifications-background-battery-saver =
    { $platform ->
        [android] Battery Saver is on and may delay { $app }
       *[ios] Low Power Mode is on and may delay { $app }
    }
    .why =
        { $platform ->
            [android] Battery Saver delays FCM messages of normal priority, and { $app }'s profile says that it uses these.
           *[ios] Low Power Mode holds back silent pushes, and { $app }'s profile says that it uses these.
        }

## notifications.data

check-notifications-data = the app's use of data in the background
notifications-data-stopped-metered = Data Saver or a switch stops { $app }'s background data
    .why = On a metered network { $app } has no background data, so it cannot fetch what a push announces.
notifications-data-stopped = Background data for { $app } stops on mobile data
    .why = As soon as the network is metered, { $app } cannot fetch in the background what a push announces.
notifications-data-own-switch = Background data is off for { $app }
    .why = The app's own switch stops its background data on mobile networks, so a push may lack its content.
notifications-data-data-saver = Data Saver or a switch limits { $app }'s background data
    .why = By { $app }'s profile a push needs no fetch, so limited background data should not stop it.

## notifications.push_service

check-notifications-push-service =
    { $platform ->
        [android] Google's push service
       *[ios] Apple's push service
    }
notifications-push-service-missing = The phone has no Google Play services
    .why = FCM is part of Google Play services, so no push can reach { $app } on this phone.
notifications-push-service-disabled = Google Play services is turned off
    .why = FCM runs in Google Play services, so no push arrives while it is disabled.
notifications-push-service-no-token = { $app } has no push address on the phone yet
    .why = Without a token from FCM or APNs, the server has nowhere to send a push.
notifications-push-service-token-refused = The push service refused the phone's push address
    .why = FCM or APNs rejects what the server sends to this token, so no push arrives.
notifications-push-service-token-not-on-server = { $app }'s server does not have the phone's push address
    .why = The server has no FCM or APNs token for this phone, so it cannot send it a push.
notifications-push-service-outdated = Google Play services is out of date
    .why = It is older than { $app }'s push needs, so FCM may deliver late or not at all.
    .step = Have the user open Google Play services in the Play Store and tap Update.
notifications-push-service-not-registered = The phone is not registered with Apple's push service
    .why = Without a registration there is no APNs token to send to, so no push arrives.
notifications-push-service-unreachable = The push service did not answer on this network
    .why = A firewall, a blocker or DNS may keep FCM or APNs out, and with it every push.

## notifications.delivery

check-notifications-delivery = the arrival of a test notification
notifications-delivery-not-arrived = A test notification did not arrive
    .why = A lock-out push travels the same way through FCM or APNs, and may be lost too.
    .detail = Time of the test: { $time }.
notifications-delivery-not-seen = A test arrived, but the user saw nothing
    .why = It came as far as the phone, so its notification settings are the place to look; lock-outs may go unnoticed.
    .detail = Time of the test: { $time }.
notifications-delivery-local-not-seen = A test made on the phone was not seen
    .why = No server took part, so something on the phone hides or mutes { $app }'s notifications.
    .detail = Time of the test: { $time }.
notifications-delivery-could-not-send = { $app }'s server could not send a test
    .why = It did not leave the server, so the phone's settings are not the cause; lock-out pushes may stay too.
    .detail = Time of the test: { $time }.
notifications-delivery-late = A notification arrived more than two minutes late
    .why = A lock-out push may be as late; saving power or a weak network often holds pushes back.
    .detail = It was recorded at this time: { $time }.
notifications-delivery-weak-proof = Notifications worked once, but a full test is missing
    .why = It came with the app in front, or from the phone itself; neither proves delivery to a locked phone.
    .detail = It was recorded at this time: { $time }.

## install.signer

check-install-signer = the app's signature
install-signer-foreign = Needs reinstall: { $app }'s signature is not a known one
    .why = Android updates an app only with the same certificate, so the store's version may not install over it.
install-signer-debug = Needs reinstall: this { $app } was built for developers
    .why = It is signed with CN=Android Debug: store updates do not install over it, and it may use test servers.
install-signer-one-foreign = Needs reinstall: one of { $app }'s signatures is not known
    .why = Android updates an app only with the same set of certificates, so store updates may not install over it.

## install.contents

check-install-contents = the app's installed files
install-contents-base-damaged = Needs reinstall: { $app }'s base APK is damaged
    .why = The base APK does not match its own digests, so { $app } may crash where it reads that part.
install-contents-split-damaged = Needs reinstall: a split APK of { $app } is damaged
    .why = The split does not match its own digests, so code or resources may not load from it.
install-contents-executable-damaged = Needs reinstall: { $app }'s program file is damaged
    .why = iOS may refuse or end a program whose code does not match its signature.
install-contents-resources-damaged = Needs reinstall: { $app }'s resources are damaged
    .why = Files differ from the signed bundle: screens may stay empty, or { $app } may end when it loads them.

## install.splits

check-install-splits = the parts that the app is made of
install-splits-native-library-missing = Needs reinstall: a native library of { $app } is missing
    .why = { $app } may crash as soon as it loads the library, often at start.
install-splits-native-library-damaged = Needs reinstall: a native library of { $app } is damaged
    .why = The library may not load, or may crash { $app } while its code runs.
install-splits-abi-split-missing = Needs reinstall: the split for this processor is missing
    .why = Native code for the phone's ABI is missing, as after copying the base APK alone; { $app } crashes on loading it.
install-splits-foreign-split = Needs reinstall: { $app }'s splits do not belong together
    .why = A split has another version code or signer than the base, so code and resources may not fit.
install-splits-page-size = This { $app } does not fit the phone's memory pages
    .why = A native library is not aligned for 16 KB pages, so the phone may refuse to load it.
    .step = Escalate to the vendor with the code: the phone needs a build for 16 KB pages.
install-splits-required-split-missing = Needs reinstall: a required split of { $app } is missing
    .why = The base APK requires this split, so { $app } may stop at start or crash.
install-splits-density-missing = Needs reinstall: the split for this screen is missing
    .why = Images for this density are missing, so { $app } may look wrong or crash when it loads one.
install-splits-language-missing = Needs reinstall: the split for the language is missing
    .why = Texts fall back to the base's language, or { $app } crashes where it has none.

## install.source

check-install-source = where the app came from
install-source-file-sharing = { $app } came from a file-sharing app
    .why = Shared copies often lack split APKs and get no store updates, so { $app } may crash or stay outdated.
install-source-other-store = { $app } came from a store not on the list
    .why = Versions and updates come from that store, and may lag behind the official ones.
install-source-enterprise = { $app } is an enterprise or ad hoc installation
    .why = It lives as long as its provisioning profile, and the App Store does not update it.
install-source-marketplace = { $app } came from a marketplace not on the list
    .why = Versions and updates come from that marketplace, and may lag behind the App Store's.
install-source-no-updates = { $app } will not update itself
    .why = No installer owns its updates, so { $app } stays at this version until someone updates it.

## install.version

check-install-version = the app's version
install-version-below-minimum = This version of { $app } is too old
    .why = It is below the minimum in { $app }'s profile, so the server may no longer accept it.
    .detail = The oldest version that works is { $version }.
install-version-newer = A newer version of { $app } is out
    .why = This is no fault in itself, but the newer version may hold the fix.
    .detail = The newest version is { $version }.

## install.expiry

check-install-expiry = the app's end date
install-expiry-expired = The provisioning profile of this { $app } has expired
    .why = iOS no longer opens an app whose provisioning profile has expired.
    .detail = It has not been valid since { $time }.
    .step = Get a current copy of { $app } from whoever supplied this one.
install-expiry-ends-soon = The provisioning profile of { $app } expires within 14 days
    .why = After that date iOS no longer opens { $app }, so no reset is possible on this phone.
    .detail = It is valid until { $time }.
    .step = Get a current copy of { $app } from whoever supplied this one.
install-expiry-test-version = This is a TestFlight version of { $app }
    .why = A TestFlight build ends 90 days after its upload, and the app cannot read that date.
    .step = Have the user open TestFlight and tap Update beside { $app } whenever it is offered.

## install.restored

check-install-restored = signs of a restored or cloned app
install-restored-other-phone = { $app } was restored from a backup or another phone
    .why = The copied registration belongs to another phone, so resets and pushes may not work on this one.
install-restored-cloned = The user runs a cloned copy of { $app }
    .why = The clone runs as its own Android user (95 or 999), where registration and push may not work.

## install.crashes

check-install-crashes = recent crashes of the app
install-crashes-at-start = { $app } has crashed within ten seconds, more than once
    .why = The user may not even reach a reset; this version or its installation is the likely cause.
    .detail =
        { $count ->
            [one] It happened { $count } time in the last 7 days.
           *[other] It happened { $count } times in the last 7 days.
        }
install-crashes-native = { $app } has crashed in native code repeatedly
    .why = This often points to a native library or Android System WebView; a reset may break off.
    .detail =
        { $count ->
            [one] It happened { $count } time in the last 7 days.
           *[other] It happened { $count } times in the last 7 days.
        }
install-crashes-froze = { $app } has frozen more than once
    .why = ANRs: the main thread was blocked for seconds, so a reset may hang.
    .detail =
        { $count ->
            [one] It happened { $count } time in the last 7 days.
           *[other] It happened { $count } times in the last 7 days.
        }
install-crashes-not-initialised = { $app } could not be initialised
    .why = Android ended the process before it was ready, which often points to the installation.
    .detail =
        { $count ->
            [one] It happened { $count } time in the last 7 days.
           *[other] It happened { $count } times in the last 7 days.
        }
install-crashes-repeated = { $app } has crashed at least three times
    .why = So many crashes in a week point to this version or its installation; a reset may break off.
    .detail =
        { $count ->
            [one] It happened { $count } time in the last 7 days.
           *[other] It happened { $count } times in the last 7 days.
        }
install-crashes-once = { $app } has crashed or frozen lately
    .why = Too few to call a fault; they matter only if they go on.
    .detail =
        { $count ->
            [one] It happened { $count } time in the last 7 days.
           *[other] It happened { $count } times in the last 7 days.
        }

## device.clock

check-device-clock = the phone's clock
device-clock-off-by-a-day = The phone's clock is wrong by over a day
    .why = TLS certificates look expired or not yet good, so connections to { $app }'s server may be refused.
    .detail = The right time is { $time }.
device-clock-off-by-minutes = The phone's clock is wrong by over five minutes
    .why = Less than a day rarely does harm, but times in this report may be off.
    .detail = The right time is { $time }.

## device.storage

check-device-storage = the free storage
device-storage-too-little = Less than 700 MB of storage is free
    .why = Installs and updates may stay pending or stop: with 600 MB free, updates were seen to stop.
device-storage-low = Less than 1.5 GB of storage is free
    .why = This is no fault yet: updates were seen to stop at 600 MB and to work at 1.3 GB.

## device.network

check-device-network = the internet connection
device-network-no-connection = The phone has no connection
    .why = Without a connection, no reset, no registration and no push gets through.
device-network-aeroplane-mode = Aeroplane mode is on, and there is no connection
    .why = There is no Wi-Fi either, so no reset, no registration and no push gets through.
device-network-sign-in-page = The network wants the user to sign in first
    .why = A captive portal holds back resets and pushes until the user has signed in.
device-network-server-unreachable = { $app }'s server did not answer on the phone's network
    .why = No reset or registration is possible; a firewall, proxy, DNS or the server itself may be why.
device-network-tls-refused = No TLS connection to { $app }'s server was possible
    .why = TLS inspection, an old certificate store or a wrong clock may block it; without TLS no reset is possible.
device-network-server-error = { $app }'s server reports a fault
    .why = The server was reached, so the phone and its network are not the cause; resets may not work meanwhile.
device-network-blocked-for-app = The phone keeps { $app } off the network
    .why = VPN lockdown or a data switch keeps { $app } offline, so no reset and no push gets through.
device-network-not-validated = The network may not reach the internet
    .why = Android's own probe found no internet on it, so resets and pushes may not get through.
    .step = Have the user connect to another Wi-Fi network, or use mobile data.

## account.registration

check-account-registration = the phone's registration
account-registration-never = The phone is not registered with { $app } yet
    .why = Without a registration, this phone gets no lock-out push and cannot start a reset.
account-registration-removed = The phone's registration was removed or reset
    .why = Resets and pushes stop until it registers again, and its old link is nearly always used up.
account-registration-other-phone = Another phone is registered instead of this one
    .why = The other phone gets the pushes, and this one can no longer start a reset.
account-registration-not-scanned = The QR code has not been scanned yet
    .why = Registration ends with the scan; until then no reset and no push is possible.

## registration.camera

check-registration-camera = the camera for the QR code
registration-camera-never-asked = { $app } has not asked for the camera yet
    .why = The prompt comes at the scan; without the camera the QR code cannot be read.
    .step = Have the user start the scan in { $app } and allow the camera when the phone asks.
registration-camera-denied-once = The camera for { $app } was declined once
    .why = Android can show the prompt once more; without the camera the QR code cannot be scanned.
registration-camera-denied = { $app } has asked, but the camera is not allowed
    .why = The system may not prompt again; without the camera the QR code cannot be scanned.
registration-camera-off-by-organisation =
    { $platform ->
        [android] The organisation has turned off the camera
       *[ios] Screen Time or the organisation blocks the camera
    }
    .why = { $app } cannot ask for it while it is off, so the QR code cannot be scanned.
    .step = Have the camera allowed by whoever manages the phone or its Screen Time.
registration-camera-none = The phone has no camera to scan with
    .why = Registration needs a QR scan by the phone itself, so this phone cannot be registered.
    .step = Have the user register on a phone that has a camera.

## device.profile

check-device-profile = the work profile
device-profile-switchable = { $app }'s work profile can be switched off
    .why = This is no fault, but while the profile is paused { $app } does not run and no push arrives.

## Steps, each named in the table of remedies
##
## A step's value is for Android, or for both where it has no .ios. Where the maker is not known, .samsung stands
## beside the value; a maker's own attribute replaces it.

step-os-update =
    { $android ->
        [android7] Have the user open Settings → About phone → System updates and install what is offered.
        [android8] Have the user open Settings → System → System update and install what is offered.
        [android9] Have the user open Settings → System → System update and install what is offered.
        [android10] Have the user open Settings → System → System update and install what is offered.
        [android11] Have the user open Settings → System → System update and install what is offered.
        [android12] Have the user open Settings → System → System update and install what is offered.
        [android13] Have the user open Settings → System → System update and install what is offered.
        [android14] Have the user open Settings → System → Software updates → System update and install what is offered.
       *[android15] Have the user open Settings → System → Software updates → System update and install what is offered.
    }
    .ios = Have the user open Settings → General → Software Update and install what is offered.
    .samsung = On Samsung, have the user open Settings → Software update → Download and install.
    .xiaomi = Have the user open Settings → About phone, tap what may be called MIUI version and install what is offered.
    .oppo = Have the user open what may be called Settings → Software update and install what is offered.
    .vivo = Have the user open what may be called Settings → System update and install what is offered.
    .huawei = Have the user open what may be called Settings → System & updates → Software update and install what is offered.
step-no-update-offered = If no update is offered, the phone is too old: use the reset by SMS, if it is set up.
step-app-notifications =
    { $android ->
        [android7] Have the user open Settings → Apps → { $app } → Notifications and turn off Block all.
        [android8] Have the user open Settings → Apps & notifications → { $app } → App notifications and turn the switch On.
        [android9] Have the user open Settings → Apps & notifications → { $app } → Notifications and turn on Show notifications.
        [android10] Have the user open Settings → Apps & notifications → { $app } → Notifications and turn on Show notifications.
        [android11] Have the user open Settings → Apps and notifications → { $app } → Notifications and turn on All { $app } notifications.
        [android12] Have the user open Settings → Apps → { $app } → Notifications and turn on All { $app } notifications.
        [android13] Have the user open Settings → Apps → { $app } → Notifications and turn on All { $app } notifications.
        [android14] Have the user open Settings → Apps → { $app } → Notifications and turn on All { $app } notifications.
       *[android15] Have the user open Settings → Apps → { $app } → Notifications and turn on All { $app } notifications.
    }
    .ios = Have the user open Settings → Notifications → { $app } and turn on Allow Notifications.
    .samsung = On Samsung, have the user open Settings → Apps → { $app } → Notifications and turn on Allow notifications.
step-channel =
    { $android ->
        [android7] Have the user open Settings → Apps → { $app } → Notifications and turn off Block all.
        [android8] Have the user open Settings → Apps & notifications → { $app } → App notifications and turn on each category.
        [android9] Have the user open Settings → Apps & notifications → { $app } → Notifications → each category and turn on Show notifications.
        [android10] Have the user open Settings → Apps & notifications → { $app } → Notifications → each category and turn on Show notifications.
        [android11] Have the user open Settings → Apps and notifications → { $app } → Notifications and turn on each category.
        [android12] Have the user open Settings → Apps → { $app } → Notifications and turn on each category.
        [android13] Have the user open Settings → Apps → { $app } → Notifications and turn on each category.
        [android14] Have the user open Settings → Apps → { $app } → Notifications and turn on each category.
       *[android15] Have the user open Settings → Apps → { $app } → Notifications and turn on each category.
    }
    .samsung =
        { $android ->
            [android7] On Samsung, have the user open Settings → Apps → { $app } → Notifications and turn on Allow notifications.
            [android8] On Samsung, have the user open Settings → Apps → { $app } → Notifications and turn on each category.
            [android9] On Samsung, have the user open Settings → Apps → { $app } → Notifications and turn on each category.
            [android10] On Samsung, have the user open Settings → Apps → { $app } → Notifications and turn on each category.
            [android11] On Samsung, have the user open Settings → Apps → { $app } → Notifications and turn on each category.
            [android12] On Samsung, have the user open Settings → Apps → { $app } → Notifications and turn on each category.
            [android13] On Samsung, have the user open Settings → Apps → { $app } → Notifications and turn on each category.
            [android14] On Samsung, first have Settings → Notifications → Advanced settings → Manage notification categories for each app turned on. Then have each one turned on in Settings → Apps → { $app } → Notifications → Notification categories.
           *[android15] On Samsung, first have Settings → Notifications → Advanced settings → Manage notification categories for each app turned on. Then have each one turned on in Settings → Apps → { $app } → Notifications → Notification categories.
        }
step-unpause = Have the user end the app timer or Focus mode in Settings → Digital Wellbeing & parental controls.
    .samsung = On Samsung, have the user open Settings → Digital Wellbeing and parental controls → App timers and end that of { $app }.
step-lock-screen =
    { $android ->
        [android7] Have the user open Settings → Notifications → ⚙ → On the lock screen and choose Show all notification content.
        [android8] Have the user open Settings → Apps & notifications → Notifications → On the lock screen and choose Show all notification content.
        [android9] Have the user open Settings → Apps & notifications → Notifications → On lock screen and choose Show all notification content.
        [android10] Have the user open Settings → Apps & notifications → Notifications → Notifications on lockscreen and choose Show alerting and silent notifications.
        [android11] Have the user open Settings → Apps and notifications → Notifications → Notifications on lock screen and choose Show conversations, default and silent.
        [android12] Have the user open Settings → Notifications → Notifications on lock screen and choose Show conversations, default and silent.
        [android13] Have the user open Settings → Notifications → Notifications on lock screen and choose Show conversations, default and silent.
        [android14] Have the user open Settings → Notifications → Notifications on lock screen and choose Show conversations, default and silent.
       *[android15] Have the user open Settings → Notifications → Notifications on lock screen and choose Show conversations, default and silent.
    }
    .ios = Have the user open Settings → Notifications → { $app } and turn on Lock Screen.
    .samsung =
        { $android ->
            [android7] On Samsung, have the user open Settings → Lock screen and turn on Notifications.
            [android8] On Samsung, have the user open Settings → Lock screen and turn on Notifications.
            [android9] On Samsung, have the user open Settings → Lock screen and turn on Notifications.
            [android10] On Samsung, have the user open Settings → Lock screen and turn on Notifications.
            [android11] On Samsung, have the user open Settings → Lock screen and turn on Notifications.
            [android12] On Samsung, have the user open Settings → Lock screen and turn on Notifications.
            [android13] On Samsung, have the user open Settings → Notifications and turn on Lock screen notifications.
            [android14] On Samsung, have the user open Settings → Notifications and turn on Lock screen notifications.
           *[android15] On Samsung, have the user open Settings → Notifications and turn on Lock screen notifications.
        }
step-scheduled-summary = Have the user open Settings → Notifications → { $app } and choose Immediate Delivery.
step-do-not-disturb = Have the user swipe down twice from the top of the screen and turn off Do Not Disturb.
step-do-not-disturb-if-on = Have the user swipe down twice from the top; if Do Not Disturb is on, turn it off.
    .ios = Have the user open Settings → Focus and turn off any Focus that is on.
step-focus-schedule = Have the user open Settings → Focus, tap each Focus, and allow { $app } or remove its schedule.
step-background =
    { $android ->
        [android7] Have the user open Settings → Apps → { $app } → Battery and let { $app } run in the background.
        [android8] Have the user open Settings → Apps & notifications → { $app } → Battery and turn on Background activity.
        [android9] Have the user open Settings → Apps & notifications → { $app } → Advanced → Battery → Background restriction and remove the restriction.
        [android10] Have the user open Settings → Apps & notifications → { $app } → Advanced → Battery → Background restriction and remove the restriction.
        [android11] Have the user open Settings → Apps and notifications → { $app } → Advanced → Battery → Background restriction and remove the restriction.
        [android12] Have the user open Settings → Apps → { $app } → Battery and choose Unrestricted or Optimised.
        [android13] Have the user open Settings → Apps → { $app } → Battery and choose Unrestricted or Optimised.
        [android14] In Settings → Apps → { $app } → App battery usage, have the words Allow background usage tapped, if there, and Optimised chosen.
       *[android15] In Settings → Apps → { $app } → App battery usage, have the words Allow background usage tapped, if there, and Optimised chosen.
    }
    .samsung =
        { $android ->
            [android7] On Samsung, have the user open Settings → Apps → { $app } → Battery and turn on Allow background activity.
            [android8] On Samsung, have the user open Settings → Apps → { $app } → Battery and turn on Allow background activity.
            [android9] On Samsung, have the user open Settings → Apps → { $app } → Battery and turn on Allow background activity.
            [android10] On Samsung, have the user open Settings → Apps → { $app } → Battery and turn on Allow background activity.
            [android11] On Samsung, have the user open Settings → Apps → { $app } → Battery and turn on Allow background activity.
            [android12] On Samsung, have the user open Settings → Apps → { $app } → Battery and choose Unrestricted or Optimised.
            [android13] On Samsung, have the user open Settings → Apps → { $app } → Battery and choose Unrestricted or Optimised.
            [android14] On Samsung, have the user open Settings → Apps → { $app } → Battery and choose Unrestricted or Optimised.
           *[android15] On Samsung, have the user open Settings → Apps → { $app } → Battery and choose Unrestricted or Optimised.
        }
    .xiaomi = Have the user open Settings → Apps → Manage apps → { $app } → Battery saver and choose what may be called No restrictions.
step-no-force-stop = Ask the user to leave the Force stop button in { $app }'s settings untouched.
step-open-now-and-then = Have the user open { $app } now and then, for example once a week.
step-unused-app =
    { $android ->
        [android7] Have the user open { $app } at least once a month.
        [android8] Have the user open { $app } at least once a month.
        [android9] Have the user open { $app } at least once a month.
        [android10] Have the user open { $app } at least once a month.
        [android11] Have the user open Settings → Apps and notifications → { $app } → Permissions and turn off Remove permissions if app isn’t used.
        [android12] Have the user open Settings → Apps → { $app } and turn off Remove permissions and free up space.
        [android13] Have the user open Settings → Apps → { $app } and turn off Pause app activity if unused.
        [android14] Have the user open Settings → Apps → { $app } and turn off Pause app activity if unused or Manage app if unused.
       *[android15] Have the user open Settings → Apps → { $app } and turn off Manage app if unused.
    }
    .samsung =
        { $android ->
            [android7] On Samsung, have the user open { $app } at least once a month.
            [android8] On Samsung, have the user open { $app } at least once a month.
            [android9] On Samsung, have the user open { $app } at least once a month.
            [android10] On Samsung, have the user open { $app } at least once a month.
            [android11] On Samsung, have the user open Settings → Apps → { $app } and turn off Remove permissions if app is unused.
            [android12] On Samsung, have the user open Settings → Apps → { $app } and turn off Remove permissions if app is unused.
            [android13] On Samsung, have the user open Settings → Apps → { $app } and turn off Remove permissions if app is unused.
            [android14] On Samsung, have the user open Settings → Apps → { $app } and turn off Manage app if unused.
           *[android15] On Samsung, have the user open Settings → Apps → { $app } and turn off Manage app if unused.
        }
step-background-refresh =
    { $ios ->
        [ios] Have the user open Settings → { $app } and turn on Background App Refresh.
       *[ios18] Have the user open Settings → Apps → { $app } and turn on Background App Refresh.
    }
step-connect-vpn = If the phone uses a VPN, have the user connect it.
step-app-mobile-data =
    { $android ->
        [android7] Have the user open Settings → Apps → { $app } → Data usage and turn on Background data.
        [android8] Have the user open Settings → Apps & notifications → { $app } → Data usage and turn on Background data.
        [android9] Have the user open Settings → Apps & notifications → { $app } → Data usage and turn on Background data.
        [android10] Have the user open Settings → Apps & notifications → { $app } → Mobile data & Wi-Fi and turn on Background data.
        [android11] Have the user open Settings → Apps and notifications → { $app } → Mobile data and Wi-Fi and turn on Background data.
        [android12] Have the user open Settings → Apps → { $app } → Mobile data and Wi-Fi and turn on Background data.
        [android13] Have the user open Settings → Apps → { $app } → Mobile data and Wi-Fi and turn on Background data.
        [android14] Have the user open Settings → Apps → { $app } → Mobile data and Wi-Fi and turn on Background data.
       *[android15] Have the user open Settings → Apps → { $app } → Mobile data and Wi-Fi and turn on Background data.
    }
    .samsung = On Samsung, have the user open Settings → Apps → { $app } → Mobile data and turn on Allow background data usage.
step-battery-saver = Have the user open Settings → Battery and turn off Battery Saver.
    .ios = Have the user open Settings → Battery and turn off Low Power Mode.
    .samsung =
        { $android ->
            [android7] On Samsung, have the user open Settings → Device care → Battery and turn off Power saving mode.
            [android8] On Samsung, have the user open Settings → Device care → Battery and turn off Power saving mode.
            [android9] On Samsung, have the user open Settings → Device care → Battery and turn off Power saving mode.
            [android10] On Samsung, have the user open Settings → Device care → Battery and turn off Power saving mode.
            [android11] On Samsung, have the user open Settings → Device care → Battery and turn off Power saving mode.
            [android12] On Samsung, have the user open Settings → Device care → Battery and turn off Power saving mode.
            [android13] On Samsung, have the user open Settings → Device care → Battery and turn off Power saving mode.
            [android14] On Samsung, have the user open Settings → Battery and turn off Power saving.
           *[android15] On Samsung, have the user open Settings → Battery and turn off Power saving.
        }
    .xiaomi = Have the user open Settings → Battery and turn off what may be called Battery saver.
    .oppo = Have the user open Settings → Battery and turn off what may be called Power saving mode.
    .vivo = Have the user open Settings → Battery and turn off what may be called Low power mode.
    .huawei = Have the user open Settings → Battery and turn off what may be called Power Saving mode.
step-unrestricted-data =
    { $android ->
        [android7] Have the user open Settings → Apps → { $app } → Data usage and turn on Unrestricted data usage.
        [android8] Have the user open Settings → Apps & notifications → { $app } → Data usage and turn on Unrestricted data usage.
        [android9] Have the user open Settings → Apps & notifications → { $app } → Data usage and turn on Unrestricted data usage.
        [android10] Have the user open Settings → Apps & notifications → { $app } → Mobile data & Wi-Fi and turn on Unrestricted data usage.
        [android11] Have the user open Settings → Apps and notifications → { $app } → Mobile data and Wi-Fi and turn on Unrestricted data usage.
        [android12] Have the user open Settings → Apps → { $app } → Mobile data and Wi-Fi and turn on Unrestricted data usage.
        [android13] Have the user open Settings → Apps → { $app } → Mobile data and Wi-Fi and turn on Unrestricted data usage.
        [android14] Have the user open Settings → Apps → { $app } → Mobile data and Wi-Fi and turn on Unrestricted data usage.
       *[android15] Have the user open Settings → Apps → { $app } → Mobile data and Wi-Fi and turn on Unrestricted data usage.
    }
    .samsung = On Samsung, the switch in Settings → Apps → { $app } → Mobile data is Allow data usage while Data saver is on.
step-play-services = Have the user open Settings → Apps → Google Play services and tap Enable.
    .samsung = On Samsung, have the user open Settings → Apps → Google Play services and tap Turn on.
step-reopen-app = Have the user close { $app } and open it again.
step-still-no-address = If the finding stays, choose { $reset } in { $console }.
step-open-ports = On the network's firewall, let TCP 5228, 5229 and 5230 out, for FCM.
    .ios = On the network's firewall, let TCP 5223 out, for APNs.
step-check-network = Check the network's firewall and proxy for TLS inspection of { $app }'s server.
step-other-network = Have the user try mobile data instead of Wi-Fi, or the other way round.
step-battery-exemption =
    { $android ->
        [android7] Have the user open Settings → Battery → ⋮ → Battery optimisation → All apps → { $app } and choose Don’t optimise.
        [android8] Have the user open Settings → Apps & notifications → Special app access → Battery optimisation → All apps → { $app } and choose Don’t optimise.
        [android9] Have the user open Settings → Apps & notifications → Special app access → Battery optimisation → All apps → { $app } and choose Don’t optimise.
        [android10] Have the user open Settings → Apps & notifications → Special app access → Battery optimisation → All apps → { $app } and choose Don’t optimise.
        [android11] Have the user open Settings → Apps and notifications → Special app access → Battery optimisation → All apps → { $app } and choose Don’t optimise.
        [android12] Have the user open Settings → Apps → { $app } → Battery and choose Unrestricted.
        [android13] Have the user open Settings → Apps → { $app } → Battery and choose Unrestricted.
        [android14] Have the user open Settings → Apps → { $app } → App battery usage, tap the words Allow background usage, and choose Unrestricted.
       *[android15] Have the user open Settings → Apps → { $app } → App battery usage, tap the words Allow background usage, and choose Unrestricted.
    }
    .samsung =
        { $android ->
            [android7] On Samsung, have the user open Settings → Apps → ⋮ → Special access → Optimise battery usage → All and turn { $app } off.
            [android8] On Samsung, have the user open Settings → Apps → ⋮ → Special access → Optimise battery usage → All and turn { $app } off.
            [android9] On Samsung, have the user open Settings → Apps → ⋮ → Special access → Optimise battery usage → All and turn { $app } off.
            [android10] On Samsung, have the user open Settings → Apps → ⋮ → Special access → Optimise battery usage → All and turn { $app } off.
            [android11] On Samsung, have the user open Settings → Apps → ⋮ → Special access → Optimise battery usage → All and turn { $app } off.
            [android12] On Samsung, have the user open Settings → Apps → { $app } → Battery and choose Unrestricted.
            [android13] On Samsung, have the user open Settings → Apps → { $app } → Battery and choose Unrestricted.
            [android14] On Samsung, have the user open Settings → Apps → { $app } → Battery and choose Unrestricted.
           *[android15] On Samsung, have the user open Settings → Apps → { $app } → Battery and choose Unrestricted.
        }
    .xiaomi = Have the user open Settings → Apps → Manage apps → { $app } → Battery saver and choose what may be called No restrictions.
step-maker-battery = Have the user look for a list that may be called Autostart or App launch, and allow { $app } there.
    .samsung =
        { $android ->
            [android7] On Samsung, have the user open Settings → Device maintenance → Battery → Unmonitored apps and add { $app }.
            [android8] On Samsung, have the user open Settings → Device maintenance → Battery → Unmonitored apps and add { $app }.
            [android9] On Samsung, have the user open Settings → Device care → Battery → ⋮ → Settings → Sleeping apps and remove { $app }.
            [android10] On Samsung, have the user open Settings → Device care → Battery → ⋮ → Settings → Sleeping apps and remove { $app }.
            [android11] On Samsung, have the user open Settings → Battery → Background usage limits → Sleeping apps and Deep sleeping apps and remove { $app }.
            [android12] On Samsung, have the user open Settings → Battery → Background usage limits → Sleeping apps and Deep sleeping apps and remove { $app }.
            [android13] On Samsung, have the user open Settings → Battery → Background usage limits → Sleeping apps and Deep sleeping apps and remove { $app }.
            [android14] On Samsung, have the user open Settings → Battery → Background usage limits → Sleeping apps and Deep sleeping apps and remove { $app }.
           *[android15] On Samsung, have the user open Settings → Battery → Background usage limits → Sleeping apps and Deep sleeping apps and remove { $app }.
        }
    .xiaomi =
        { $android ->
            [android7] Have the user open Settings → Apps → Manage apps → { $app } and turn on what may be called Autostart.
            [android8] Have the user open Settings → Apps → Manage apps → { $app } and turn on what may be called Autostart.
            [android9] Have the user open Settings → Apps → Manage apps → { $app } and turn on what may be called Autostart.
            [android10] Have the user open Settings → Apps → Manage apps → { $app } and turn on what may be called Autostart.
            [android11] Have the user open Settings → Apps → Manage apps → { $app } and turn on what may be called Autostart.
            [android12] Have the user open Settings → Apps → Manage apps → { $app } and turn on what may be called Autostart.
            [android13] Have the user open Settings → Apps → { $app } → App permissions and turn on what may be called Background autostart.
            [android14] Have the user open Settings → Apps → { $app } → App permissions and turn on what may be called Background autostart.
           *[android15] Have the user open Settings → Apps → { $app } → App permissions and turn on what may be called Background autostart.
        }
    .oppo =
        { $android ->
            [android7] Have the user open Settings → App management → { $app } and turn on what may be called Allow Auto Startup.
            [android8] Have the user open Settings → App management → { $app } and turn on what may be called Allow Auto Startup.
            [android9] Have the user open Settings → App management → { $app } and turn on what may be called Allow Auto Startup.
            [android10] Have the user open Settings → App management → { $app } → Battery usage and turn on what may be called Run in background.
            [android11] Have the user open Settings → Apps → { $app } → Battery usage and turn on what may be called Allow auto launch.
            [android12] Have the user open Settings → Apps → { $app } → Battery usage and turn on what may be called Allow auto launch.
            [android13] Have the user open Settings → Apps → { $app } → Battery usage and turn on what may be called Allow auto launch.
            [android14] Have the user open Settings → Apps → { $app } → Battery usage and turn on what may be called Allow auto launch.
           *[android15] Have the user open Settings → Apps → { $app } → Battery usage and turn on what may be called Allow auto launch.
        }
    .vivo =
        { $android ->
            [android7] Have the user open Settings → Battery → what may be called High background power consumption and turn on { $app }.
            [android8] Have the user open Settings → Battery → what may be called High background power consumption and turn on { $app }.
            [android9] Have the user open Settings → Battery → what may be called High background power consumption and turn on { $app }.
            [android10] Have the user open Settings → Battery → what may be called High background power consumption and turn on { $app }.
            [android11] Have the user open Settings → Battery → what may be called High background power consumption and turn on { $app }.
            [android12] Have the user open Settings → Battery → what may be called High background power consumption and turn on { $app }.
            [android13] Have { $app } set to what may be called Don’t restrict background power usage in Settings → Battery.
            [android14] Have { $app } set to what may be called Don’t restrict background power usage in Settings → Battery.
           *[android15] Have { $app } set to what may be called Don’t restrict background power usage in Settings → Battery.
        }
    .huawei =
        { $android ->
            [android7] Have the user open Settings → Battery → what may be called Close apps on screen lock and turn { $app } off.
            [android8] Have the user open Settings → Apps → App launch → { $app } and turn on what may be called Run in background.
            [android9] Have the user open Settings → Apps → App launch → { $app } and turn on what may be called Run in background.
            [android10] Have the user open Settings → Apps → App launch → { $app } and turn on what may be called Run in background.
            [android11] Have the user open Settings → Apps → App launch → { $app } and turn on what may be called Run in background.
            [android12] Have the user open Settings → Apps → App launch → { $app } and turn on what may be called Run in background.
            [android13] Have the user open Settings → Apps → App launch → { $app } and turn on what may be called Run in background.
            [android14] Have the user open Settings → Apps → App launch → { $app } and turn on what may be called Run in background.
           *[android15] Have the user open Settings → Apps → App launch → { $app } and turn on what may be called Run in background.
        }
step-maker-lock-screen = Have the user look in { $app }'s notification settings for lock-screen and banner switches and turn them on.
    .samsung =
        { $android ->
            [android7] On Samsung, have the user open Settings → Apps → { $app } → Notifications → each category and turn on Show as pop-up.
            [android8] On Samsung, have the user open Settings → Apps → { $app } → Notifications → each category and turn on Show as pop-up.
            [android9] On Samsung, have the user open Settings → Apps → { $app } → Notifications → each category and turn on Show as pop-up.
            [android10] On Samsung, have the user open Settings → Apps → { $app } → Notifications → each category and turn on Show as pop-up.
            [android11] On Samsung, have the user open Settings → Apps → { $app } → Notifications → each category and turn on Show as pop-up.
            [android12] On Samsung, have the user open Settings → Apps → { $app } → Notifications → each category and turn on Show as pop-up.
            [android13] On Samsung, have the user open Settings → Apps → { $app } → Notifications → each category and turn on Show as pop-up.
            [android14] On Samsung, have the user open Settings → Apps → { $app } → Notifications → Notification categories → each category and turn on Show as pop-up.
           *[android15] On Samsung, have the user open Settings → Apps → { $app } → Notifications → Notification categories → each category and turn on Show as pop-up.
        }
    .xiaomi = Have the user open Settings → Notifications → { $app } and turn on what may be called Lock screen notifications and Floating notifications.
    .oppo = Have the user open Settings → Notifications & status bar → { $app } and turn on what may be called Lock screen and Banner.
    .vivo = Have the user open Settings → Notifications and status bar → { $app } and turn on what may be called Lock screen.
    .huawei = Have the user open Settings → Notifications → { $app } and turn on what may be called Lock screen notifications and Banners.
step-names-differ = On this maker's phones, the names may be slightly different.
step-restart = Have the user restart the phone and unlock it once.
step-test-push = Have the user tap { -test-button }, lock the phone and wait for the notification.
step-still-nothing = If nothing arrives, go on to the server's side: compare with another user's phone.
step-watch = Ask whether the user wears a watch: it can take the alert away from the phone.
step-test-notification = Have the user tap { -test-button } and look for the notification.
step-other-way = Have the user reset the password by SMS, if that way is set up.
step-contact-technician = Take this finding to whoever manages the organisation's phones.
step-contact-vendor = Escalate to the vendor with the code and this finding.
step-others-affected = Ask whether other users miss pushes too; if so, escalate to the vendor with the code.
step-new-email = In { $console }, choose { $reset }.
step-new-email-first = First, in { $console }, choose { $reset }; { $app } stays until the new e-mail has arrived.
step-uninstall = Once the new e-mail is there, have the user uninstall { $app }.
step-install-from-store = Have the user install { $app } from the app store.
step-open-newest-email = Have the user open the link in the newest activation e-mail on another screen.
step-scan-code = Have the user scan the QR code on that screen with { $app }.
step-link-dead = If the link no longer works, choose { $reset } in { $console }.
step-update-app = Have the user look for an update of { $app } in the app store and install it.
step-update-webview = Have the user look for an update of Android System WebView in the Play Store and install it.
step-still-crashing = If { $app } still crashes, choose { $reset } in { $console } before anything else.
step-use-main-copy = Have the user open the other { $app }, the one without a clone mark on its icon.
step-date-time =
    { $android ->
        [android7] Have the user open Settings → Date & time and turn on Automatic date & time.
        [android8] Have the user open Settings → System → Date & time and turn on Automatic date & time.
        [android9] Have the user open Settings → System → Date & time and turn on Automatic date & time.
        [android10] Have the user open Settings → System → Date & time and turn on Use network-provided time.
        [android11] Have the user open Settings → System → Date and time and turn on Use network-provided time.
        [android12] Have the user open Settings → System → Date and time and turn on Set time automatically.
        [android13] Have the user open Settings → System → Date and time and turn on Set time automatically.
        [android14] Have the user open Settings → System → Date and time and turn on Set time automatically.
       *[android15] Have the user open Settings → System → Date and time and turn on Set time automatically.
    }
    .ios = Have the user open Settings → General → Date & Time and turn on Set Automatically.
    .samsung = On Samsung, have the user open Settings → General management → Date and time and turn on Automatic date and time.
step-storage = Have the user open Settings → Storage and free up space until 1.5 GB is free.
    .ios = Have the user delete what is not needed in Settings → General → iPhone Storage until 1.5 GB is free.
    .samsung = On Samsung, have the user free up space in Settings → Device care → Storage until 1.5 GB is free.
step-network = Have the user turn on Wi-Fi or mobile data in Settings.
step-aeroplane-mode = Have the user swipe down from the top of the screen and turn off Aeroplane mode.
    .samsung = On Samsung, have the user swipe down from the top of the screen and turn off Flight mode.
step-sign-in-page = Have the user open any web page in a browser and sign in to the network.
step-camera =
    { $android ->
        [android7] Have the user open Settings → Apps → { $app } → Permissions and turn on Camera.
        [android8] Have the user open Settings → Apps & notifications → { $app } → Permissions and turn on Camera.
        [android9] Have the user open Settings → Apps & notifications → { $app } → Permissions and turn on Camera.
        [android10] Have the user open Settings → Apps & notifications → { $app } → Permissions → Camera and choose Allow.
        [android11] Have the user open Settings → Apps and notifications → { $app } → Permissions → Camera and choose Allow only while using the app.
        [android12] Have the user open Settings → Apps → { $app } → Permissions → Camera and choose Allow only while using the app.
        [android13] Have the user open Settings → Apps → { $app } → Permissions → Camera and choose Allow only while using the app.
        [android14] Have the user open Settings → Apps → { $app } → Permissions → Camera and choose Allow only while using the app.
       *[android15] Have the user open Settings → Apps → { $app } → Permissions → Camera and choose Allow only while using the app.
    }
    .ios =
        { $ios ->
            [ios] Have the user open Settings → { $app } and turn on Camera.
           *[ios18] Have the user open Settings → Apps → { $app } and turn on Camera.
        }
step-keep-profile-on =
    { $android ->
        [android7] Ask the user to keep the work profile on, because no notification arrives while it is paused.
        [android8] Ask the user to keep the work profile on, because no notification arrives while it is paused.
        [android9] Ask the user to keep the work profile on, because no notification arrives while it is paused.
        [android10] Ask the user to keep the work profile on, because no notification arrives while it is paused.
        [android11] Ask the user to keep the work profile on, because no notification arrives while it is paused.
        [android12] Ask the user to keep Work apps on, because no notification arrives while they are paused.
        [android13] Ask the user to keep Work apps on, because no notification arrives while they are paused.
        [android14] Ask the user to keep Work apps on, because no notification arrives while they are paused.
       *[android15] Ask the user to keep Work apps on, because no notification arrives while they are paused.
    }
