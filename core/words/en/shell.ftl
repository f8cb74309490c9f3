### The words of the phone's screen itself: what is neither a finding nor a step. The end user reads them: locked out,
### worried, this phone in hand ("you", "this phone").
###
### Buttons are verbs. Headings, buttons and labels end without a full stop, sentences with one; progress ends with "…".
### The core does not contain them: `cargo run -q -p diagnose-words -- --write` makes Android's strings.xml of them.
### A selector is on a number and has plural categories only; the screen does not say "0 things".
###
### Arguments:
###   texts     $app, $support (once a screen: elsewhere "support"), $state, $title, $code, $time
###   numbers   $count, $number, $of, $percent, $seconds

## Start

title = Diagnose
intro = What happened?
intro-privacy = What is seen here stays on this phone until you share the code.
just-check = Only check this phone
check-again = Check again
back = Back

## When the activation e-mail arrived

email-when = When did the activation e-mail arrive?
email-why = The link in it works for a limited time only.
email-today = Today
email-yesterday = Yesterday
email-earlier = Earlier
email-not-known = I don't know

## While it looks

working = Looking at this phone…
working-files = Checking the installed files… { $percent }%
stop = Stop
files-stopped = The installed files were not all checked
files-check = Check the installed files

## A word for each state, beside its shape

state-fail = Needs fixing
state-warn = May get in the way
state-note = Worth knowing
state-unknown = Could not be checked
state-now-right = Now right
state-was = Before: { $title }

## The result

also-noticed = Also noticed
playbook = If that does not help
playbook-first = What to try next
playbook-all = Show all steps
playbook-support = With support
owner-technician = Support has to do this
owner-vendor = The makers of { $app } have to do this
diagnosis-failed = This phone could not be looked at. Check again, or call support.

## A step and its button

open-setting = Open this setting
did-not-open = That did not open
open-failed = Nothing on this phone opened. Follow the written steps.
allow = Allow notifications
allow-camera = Allow the camera
open-page = Open the store
register = Register this phone
test-now = Test it now
back-hint = Then come back here: this phone is checked again by itself.
fixed-by = The step for “{ $title }” fixes this too

## What was looked at and is right

right = What is right
check-os-version = Android version
check-os-security-patch = Security updates
check-notifications-app = Notifications allowed
check-notifications-channel = Notification categories
check-notifications-presentation = How notifications are shown
check-notifications-interruptions = Do Not Disturb
check-notifications-background = Work in the background
check-notifications-data = Data in the background
check-notifications-push-service = Google's push service
check-notifications-delivery = A test arrived
check-install-signer = The app's signature
check-install-contents = The app's files
check-install-splits = The app's parts
check-install-source = Where the app came from
check-install-version = The app's version
check-install-restored = Not restored or cloned
check-install-crashes = No recent crashes
check-device-clock = This phone's clock
check-device-storage = Free storage
check-device-network = Internet connection
check-account-registration = Registration
check-registration-camera = Camera, where needed
check-device-profile = Not in a work profile
check-newer = Check { $number }

## The code

code-title = Code for support
code-show = Show the code
code-explain = Read this to { $support }. It says what this phone saw, and nothing about you.
copy = Copy
copied = Copied
share = Share
share-title = Share the code
share-text = Code of { $app } for support: { $code }
qr-show = Show as a QR code
qr-hide = Hide the QR code
qr-description = The code for support as a QR code
spelled-show = Show words to read aloud
spelled-hide = Hide the words
contact-support = Contact support

## The test notification

test-notification-explain = This phone sends itself a notification, to see if it shows what { $app } sends.
test-notification = Send a test notification
test-notification-title = A test by { $app }
test-notification-text = You see this, so this phone can show what { $app } sends.
did-you-see-it = Did you see the test notification?
yes = Yes
no = No
not-seen = Something may hide what { $app } sends. Look at what was found, then test again.
test-seen = A test was seen on this phone

## The test push

test-push-explain = { $app } sends a test message, the way a real warning comes.
test-push-asking = Asking for the test message…
test-push = Send a test message
test-push-lock = Lock this phone now. Wait for the test message, then come back here.
test-push-waiting = Waiting… { $seconds } s
test-push-arrived = It arrived after { $seconds } s
test-push-arrived-late = It arrived late, after { $seconds } s
test-push-seen = You saw it arrive
test-push-not-arrived = It did not arrive
test-push-not-seen = It arrived, and you did not see it
test-push-arrived-locked = It arrived after { $seconds } s, with this phone locked
test-push-arrived-in-front = It arrived after { $seconds } s, with { $app } open. Test again with this phone locked: that proves more.
test-push-not-yet = Not arrived yet. It may still come.
test-push-not-sent = { $app } could not ask for the test message. Check that this phone is online, then test again.
test-push-refused = The server could not send it. Tell support.
test-push-asked = Did a test message arrive?
test-push-did-you-see-it = Did you see the test message?
test-push-yes-locked = Yes, while the phone was locked
test-push-yes-unlocked = Yes, while it was unlocked
test-push-nothing = No, nothing came
test-nobody = Only { $support } can test the rest

## Read out by a screen reader

said-found =
    { $count ->
        [one] { $count } thing found
       *[other] { $count } things found
    }
said-done = Checked: { $number } right, { $of } not known
said-finding = { $state }: { $title }
said-code = Code for support: { $code }
