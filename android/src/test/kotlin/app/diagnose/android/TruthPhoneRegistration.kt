package app.diagnose.android

import android.Manifest
import android.content.ComponentName
import android.content.Context
import android.os.Build
import android.os.Process
import android.provider.Settings
import app.diagnose.Reason
import app.diagnose.Registration
import app.diagnose.RegistrationFact
import app.diagnose.android.TruthPhoneState.Companion.RIGHT
import app.diagnose.android.TruthPhoneState.Companion.UNKNOWN
import app.diagnose.android.TruthPhoneState.Companion.blocks
import app.diagnose.android.TruthPhoneState.Companion.notes
import app.diagnose.android.TruthPhoneState.Companion.weakens
import org.robolectric.shadows.ShadowProcess

/** Registration, the camera that it needs, the phone and the user that it belongs to: checks 16 and 21 to 23. */
internal object TruthPhoneRegistration {
    private val REGISTRATIONS =
        mapOf(
            Registration.NEVER to "This phone is not registered with Blink yet",
            Registration.REMOVED to "This phone's registration was removed or reset",
            Registration.OTHER_PHONE to "Another phone is registered instead of this one",
            Registration.NOT_SCANNED to "The QR code has not been scanned yet",
        )
    private val DENIED_ONCE = blocks("The camera is not allowed for Blink yet")
    private val DENIED = blocks("The camera is not allowed for Blink")
    private val OFF = blocks("Your organisation has turned off the camera")
    private val NO_CAMERA = blocks("This phone has no camera to scan with")
    private const val CAMERA = Manifest.permission.CAMERA

    private fun TruthPhone.registered(registration: Registration?) =
        says {
            copy(
                registration =
                    registration?.let(RegistrationFact::Known) ?: RegistrationFact.Unreadable(Reason.HOST_SILENT),
            )
        }

    /** A camera, and what is said of it to whom the QR code is still to be scanned, and where that is not known. */
    private class Camera(
        val name: String,
        val toScan: String,
        val otherwise: String = if (toScan == RIGHT) RIGHT else UNKNOWN,
        val set: TruthPhone.() -> Unit,
    )

    private fun TruthPhone.denied(explains: Boolean) {
        camera(granted = false)
        Answers.give("rationale:$CAMERA") { explains }
    }

    private val cameras
        get() =
            listOf(
                Camera("granted", RIGHT) {},
                Camera("granted, and asked for", RIGHT) { Marks(app).writeAsked(CAMERA) },
                // The app asks when it scans.
                Camera("never asked for", RIGHT) { denied(explains = false) },
                Camera("denied once", DENIED_ONCE) { denied(explains = true) },
                Camera("denied once, and asked for", DENIED_ONCE) {
                    denied(explains = true)
                    Marks(app).writeAsked(CAMERA)
                },
                Camera("denied for good", DENIED) {
                    denied(explains = false)
                    Marks(app).writeAsked(CAMERA)
                },
                Camera("denied, the mark is damaged", UNKNOWN) {
                    denied(explains = false)
                    damaged("asked-camera")
                },
                Camera("denied once, the mark is damaged", DENIED_ONCE) {
                    denied(explains = true)
                    damaged("asked-camera")
                },
                Camera("denied, the app was there before the library", UNKNOWN) {
                    denied(explains = false)
                    damaged("start")
                },
                Camera("denied, nobody says whether to explain", DENIED) {
                    denied(explains = false)
                    Answers.give("rationale:$CAMERA") { throw IllegalStateException("planted") }
                    Marks(app).writeAsked(CAMERA)
                },
                Camera("none there", NO_CAMERA) { packages.setSystemFeature("android.hardware.camera.any", false) },
                Camera("none there, and switched off", NO_CAMERA) {
                    packages.setSystemFeature("android.hardware.camera.any", false)
                    Answers.give("getCameraDisabled") { true }
                },
                Camera("switched off", OFF) { Answers.give("getCameraDisabled") { true } },
                Camera("switched off, and denied for good", OFF) {
                    Answers.give("getCameraDisabled") { true }
                    denied(explains = false)
                    Marks(app).writeAsked(CAMERA)
                },
                Camera("nobody says whether it is switched off", UNKNOWN) {
                    Answers.give("getCameraDisabled") { throw SecurityException("planted") }
                },
                Camera("nobody says whether it is there", UNKNOWN) {
                    Answers.give(
                        "hasSystemFeature:android.hardware.camera.any",
                    ) { throw IllegalStateException("planted") }
                },
                Camera("denied once, nobody says whether it is there", DENIED_ONCE) {
                    Answers.give(
                        "hasSystemFeature:android.hardware.camera.any",
                    ) { throw IllegalStateException("planted") }
                    denied(explains = true)
                },
            )

    private val camera
        get() =
            cameras.flatMap { camera ->
                listOf(
                    TruthPhoneState("registered, camera ${camera.name}", set = camera.set),
                    TruthPhoneState(
                        "never registered, camera ${camera.name}",
                        mapOf(
                            21 to blocks(REGISTRATIONS.getValue(Registration.NEVER)),
                            22 to camera.toScan,
                        ),
                    ) {
                        registered(Registration.NEVER)
                        camera.set(this)
                    },
                    TruthPhoneState(
                        "registration not known, camera ${camera.name}",
                        mapOf(21 to UNKNOWN, 22 to camera.otherwise),
                    ) {
                        registered(null)
                        camera.set(this)
                    },
                )
            }

    private val registration
        get() =
            (REGISTRATIONS - Registration.NEVER).flatMap { (registration, title) ->
                listOf(
                    TruthPhoneState("$registration", mapOf(21 to blocks(title))) { registered(registration) },
                    TruthPhoneState("$registration, camera denied", mapOf(21 to blocks(title), 22 to DENIED)) {
                        registered(registration)
                        denied(explains = false)
                        Marks(app).writeAsked(CAMERA)
                    },
                )
            }

    private val RESTORED = blocks("Blink was restored from a backup or another phone")
    private val CLONED = weakens("This is a cloned copy of Blink")

    private fun restored(
        name: String,
        word: String,
        set: TruthPhone.() -> Unit,
    ) = TruthPhoneState(name, mapOf(16 to word), set = set)

    private fun TruthPhone.phone(id: String?) =
        Settings.Secure.putString(app.contentResolver, Settings.Secure.ANDROID_ID, id)

    private fun user(id: Int) = ShadowProcess.setUid(id * 100_000 + Process.myUid() % 100_000)

    private val restored
        get() =
            listOf(
                restored("registered on another phone", RESTORED) { phone("fedcba9876543210") },
                restored("no mark, on another phone", RIGHT) {
                    registration.edit().clear().commit()
                    phone("fedcba9876543210")
                },
                restored("no mark, no name", RIGHT) {
                    registration.edit().clear().commit()
                    phone(null)
                },
                restored("the phone has no name", UNKNOWN) { phone(null) },
                restored("the phone's name is empty", UNKNOWN) { phone("") },
                restored("the mark has no salt", UNKNOWN) { registration.edit().remove("salt").commit() },
                restored("the mark has no hash", UNKNOWN) { registration.edit().remove("sha256").commit() },
                restored("the mark's hash is cut", UNKNOWN) { registration.edit().putString("sha256", "ab").commit() },
                restored("the mark is a number", UNKNOWN) { registration.edit().putInt("sha256", 1).commit() },
                restored("the second user", RIGHT) { user(10) },
                restored("user 11", RIGHT) { user(11) },
                restored("a clone of Samsung's", CLONED) { user(95) },
                restored("a clone of Xiaomi's", CLONED) { user(999) },
                restored("a clone from another phone", RESTORED) {
                    user(999)
                    phone("fedcba9876543210")
                },
                restored("a clone, the phone has no name", CLONED) {
                    user(95)
                    phone("")
                },
            )

    private val WORK = notes("Blink's work profile can be switched off")
    private val BEFORE_30 = 24..29
    private val SINCE_30 = 30..99

    private fun work(
        name: String,
        word: String,
        levels: IntRange = 24..99,
        set: TruthPhone.() -> Unit,
    ) = TruthPhoneState(name, mapOf(23 to word), levels = levels, set = set)

    private fun admins(vararg owners: String) {
        Answers.give("getActiveAdmins") { owners.map { ComponentName(it, "Admin") } }
        Answers.give("isProfileOwnerApp") { true }
    }

    private val profile
        get() =
            listOf(
                work("managed profile", WORK, SINCE_30) { Answers.give("isManagedProfile") { true } },
                work("managed profile of user 10", WORK, SINCE_30) {
                    Answers.give("isManagedProfile") { true }
                    user(10)
                },
                work("nobody says whether it is managed", UNKNOWN, SINCE_30) {
                    Answers.give("isManagedProfile") { throw SecurityException("planted") }
                },
                // What is asked before 30 does not count there.
                work("an admin owns the profile", RIGHT, SINCE_30) { admins("com.example.organisation") },
                work("an admin owns the profile", WORK, BEFORE_30) { admins("com.example.organisation") },
                work("an admin owns the profile of user 10", WORK, BEFORE_30) {
                    admins("com.example.organisation")
                    user(10)
                },
                work("no admin", RIGHT) { Answers.give("getActiveAdmins") { null } },
                work("no admins", RIGHT) { admins() },
                work("nobody says who is admin", UNKNOWN, BEFORE_30) {
                    Answers.give("getActiveAdmins") { throw IllegalStateException("planted") }
                },
                work("nobody says who owns the profile", UNKNOWN, BEFORE_30) {
                    Answers.give("isProfileOwnerApp") { throw SecurityException("planted") }
                },
            )

    val withoutManager
        get() =
            listOf(
                work("no policy manager", UNKNOWN, BEFORE_30) { lacks(Context.DEVICE_POLICY_SERVICE) },
                work("no policy manager", RIGHT, SINCE_30) { lacks(Context.DEVICE_POLICY_SERVICE) },
                TruthPhoneState(
                    "no policy manager, never registered",
                    mapOf(
                        21 to blocks(REGISTRATIONS.getValue(Registration.NEVER)),
                        22 to UNKNOWN,
                        23 to if (Build.VERSION.SDK_INT < 30) UNKNOWN else RIGHT,
                    ),
                ) {
                    lacks(Context.DEVICE_POLICY_SERVICE)
                    registered(Registration.NEVER)
                },
            )

    val states get() = camera + registration + restored + profile
}
