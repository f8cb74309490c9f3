### What the technician reads.

-settings = the settings of the phone

## Above the report

verdict-blocked = { $app } cannot work on this phone yet.
verdict-healthy = { $app } works on this phone.

## Checks

check-os-version =
    { $platform ->
        [android] Android version
       *[ios] iOS version
    }
check-notifications-app = Notifications

reason-no-api = This phone does not tell { $app }.

unknown-checks =
    { $number ->
        [one] One check could not be made: { $checks }.
       *[other] { $number } checks could not be made: { $checks }.
    }

link-ended = The link ended { $time }. Ask for a new one in { $app }.

## Findings

os-version-below-minimum = This phone is too old for { $app }
    .why = { $app } needs a newer version of the phone’s system.
notifications-app-off = Notifications are off for { $app }
    .why =
        Without them, { $app } cannot tell you that your account is locked.
device-storage-too-little = The phone’s memory is full
    .why = { $app } cannot keep what it needs.
    .step = Delete what you no longer need, or ask at { $console } for { $reset }.
    .detail =
        { $count ->
            [0] Nothing is free.
            [one] { $count } megabyte is free.
           *[other] { $count } megabytes are free.
        }
notifications-delivery-not-arrived = The test message did not arrive
    .why = So { $app } would not reach you either.
    .detail = It was sent { $time }.

## Steps

remedy-os-update = Open { -settings } and update to { $minimum } or newer.
remedy-app-notifications =
    { $os ->
        [android7] Open { -settings }, Notifications, { $app }, and have them turn Block all off.
        [android8] Open { -settings }, Notifications, { $app }, and have them turn On on.
        [android9] Open { -settings }, Notifications, { $app }, and have them turn Show notifications on.
        [android12] Open { -settings }, Notifications, { $app }, and have them turn All { $app } notifications on.
        [android13] Open { -settings }, Notifications, { $app }, and have them turn All { $app } notifications on.
        [ios] Open { -settings }, { $app }, Notifications, and have them turn Allow Notifications on.
       *[ios18] Open { -settings }, Apps, { $app }, Notifications, and have them turn Allow Notifications on.
    }
