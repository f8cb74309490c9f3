package app.diagnose.android

import android.content.pm.Signature
import android.content.pm.SigningInfo
import android.os.Build
import app.diagnose.AndroidSource
import app.diagnose.AppVersionFact
import app.diagnose.Date
import app.diagnose.Diagnose
import app.diagnose.Reason
import app.diagnose.android.TruthPhoneState.Companion.RIGHT
import app.diagnose.android.TruthPhoneState.Companion.UNKNOWN
import app.diagnose.android.TruthPhoneState.Companion.blocks
import app.diagnose.android.TruthPhoneState.Companion.notes
import app.diagnose.android.TruthPhoneState.Companion.weakens
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowSigningInfo

/** Who signed the app, where it came from, and its version: checks 10, 13 and 14. */
internal object TruthPhoneSource {
    private val SHARED = weakens("Blink came from a file-sharing app")
    private val OTHER_STORE = weakens("Blink came from another app store")
    private val NO_UPDATES = notes("Blink will not update itself")
    private val FOREIGN = blocks("Needs reinstall: Blink's signature is not a known one")
    private val DEBUG = blocks("Needs reinstall: this Blink was built for developers")
    private val ONE_FOREIGN = blocks("Needs reinstall: one of Blink's signatures is not known")

    private fun TruthPhone.installedBy(
        installer: String?,
        initiating: String? = installer,
        owner: String? = null,
    ) = when {
        Build.VERSION.SDK_INT >= 34 ->
            packages.setInstallSourceInfo(app.packageName, initiating, null, null, installer, owner, 0)
        Build.VERSION.SDK_INT >= 30 -> packages.setInstallSourceInfo(app.packageName, initiating, installer)
        else -> Answers.give("getInstallerPackageName") { installer }
    }

    private fun from(
        name: String,
        word: String,
        levels: IntRange = 24..99,
        set: TruthPhone.() -> Unit,
    ) = TruthPhoneState("from $name", mapOf(13 to word), levels = levels, set = set)

    /** By installer: without a list, and with one that has Play alone. */
    private val INSTALLERS =
        mapOf(
            "com.android.vending" to Pair(RIGHT, RIGHT),
            "com.sec.android.app.samsungapps" to Pair(RIGHT, OTHER_STORE),
            "org.fdroid.fdroid" to Pair(RIGHT, OTHER_STORE),
            "com.huawei.appmarket" to Pair(RIGHT, OTHER_STORE),
            "com.microsoft.windowsintune.companyportal" to Pair(RIGHT, RIGHT),
            "com.google.android.apps.restore" to Pair(RIGHT, RIGHT),
            "com.sec.android.easyMover" to Pair(RIGHT, RIGHT),
            "com.lenovo.anyshare.gps" to Pair(SHARED, SHARED),
            "com.google.android.packageinstaller" to Pair(NO_UPDATES, NO_UPDATES),
            "com.android.shell" to Pair(NO_UPDATES, NO_UPDATES),
            "com.example.installer" to Pair(NO_UPDATES, NO_UPDATES),
            "com.android.chrome" to Pair(NO_UPDATES, NO_UPDATES),
            null to Pair(RIGHT, RIGHT),
            "none" to Pair(RIGHT, RIGHT),
            "" to Pair(UNKNOWN, UNKNOWN),
            "not a package" to Pair(UNKNOWN, UNKNOWN),
            "com..vending" to Pair(UNKNOWN, UNKNOWN),
            "a".repeat(224) to Pair(UNKNOWN, UNKNOWN),
        )

    private val sources
        get() =
            INSTALLERS.flatMap { (installer, words) ->
                listOf(
                    from("$installer", words.first) { installedBy(installer) },
                    from("$installer, Play wanted", words.second) {
                        installedBy(installer)
                        android { copy(sources = listOf(AndroidSource.PLAY)) }
                    },
                )
            } +
                listOf(
                    from("a package installer that the list has", RIGHT) {
                        installedBy("com.google.android.packageinstaller")
                        android { copy(sources = listOf(AndroidSource.PLAY, AndroidSource.PACKAGE_INSTALLER)) }
                    },
                    from("the shell, which names no installer", NO_UPDATES, 30..99) {
                        installedBy(null, initiating = "com.android.shell")
                    },
                    // That one initiated it says nothing where another is named.
                    from("Play, initiated by the shell", RIGHT, 30..99) {
                        installedBy("com.android.vending", initiating = "com.android.shell")
                    },
                    from("a package installer, owned by Play", RIGHT, 34..99) {
                        installedBy("com.google.android.packageinstaller", owner = "com.android.vending")
                    },
                    from("a file-sharing app, owned by Play", SHARED, 34..99) {
                        installedBy("com.lenovo.anyshare.gps", owner = "com.android.vending")
                    },
                    from("a package installer, owned by nonsense", NO_UPDATES, 34..99) {
                        installedBy("com.google.android.packageinstaller", owner = "not a package")
                    },
                    from("nobody knows where", UNKNOWN, 30..99) {
                        Answers.give("getInstallSourceInfo") { throw IllegalStateException("planted") }
                    },
                    from("nobody knows where", UNKNOWN, 24..29) {
                        Answers.give("getInstallerPackageName") { throw IllegalArgumentException("planted") }
                    },
                )

    private const val TOO_OLD = "This version of Blink is too old"
    private val NEWER = notes("A newer version of Blink is out")

    private fun version(
        name: String?,
        word: String,
        more: String = "",
        set: TruthPhone.() -> Unit = {},
    ) = TruthPhoneState("version $name $more", mapOf(14 to word)) {
        probes.own.versionName = name
        set()
    }

    private fun TruthPhone.newestIs(
        profiles: String?,
        hosts: String? = null,
        asOf: Date = profile.asOf,
    ) {
        profile = profile.copy(newestVersion = profiles?.let(Diagnose::parseAppVersion), asOf = asOf)
        says {
            copy(
                newestVersion =
                    hosts?.let { AppVersionFact.Known(Diagnose.parseAppVersion(it)) }
                        ?: AppVersionFact.Unreadable(Reason.HOST_SILENT),
            )
        }
    }

    private fun TruthPhone.leastIs(version: String) {
        profile = profile.copy(minimumVersion = Diagnose.parseAppVersion(version))
    }

    private val versions
        get() =
            listOf(
                version("2.7.31", RIGHT),
                version("2.7.30", NEWER),
                version("1.99.99", NEWER),
                version("2.7.31-beta", NEWER),
                version("2.8.0", RIGHT),
                version("2.10.0", RIGHT),
                version("2.7.31", blocks(TOO_OLD), "below the least") { leastIs("2.8.0") },
                version("2.7.31", RIGHT, "just the least") { leastIs("2.7.31") },
                version("2.7.30", blocks(TOO_OLD), "below the least, the newest not known") {
                    leastIs("2.7.31")
                    newestIs(null)
                },
                version("2.7.31", UNKNOWN, "the newest not known") { newestIs(null) },
                version("2.7.31", UNKNOWN, "above the least, the newest not known") {
                    leastIs("2.7.31")
                    newestIs(null)
                },
                version("2.7.31", RIGHT, "the profile's newest") { newestIs("2.7.31") },
                version("2.7.31", NEWER, "below the profile's newest") { newestIs("2.7.32") },
                version("2.7.31", RIGHT, "below the profile's, not below the host's") { newestIs("9.0.0", "2.7.31") },
                version("2.7.31", NEWER, "not below the profile's, below the host's") { newestIs("2.7.31", "9.0.0") },
                version("2.7.31", UNKNOWN, "below the newest of a profile of last year") {
                    newestIs("2.7.32", asOf = Date(2025, 11, 24))
                },
                version("2.7.31", NEWER, "below the newest of a profile 80 days old") {
                    newestIs("2.7.32", asOf = Date(2026, 9, 5))
                },
            ) +
                mapOf("2" to NEWER, "2.7.31.4" to RIGHT, "2.7.31 (20731)" to RIGHT).map { version(it.key, it.value) } +
                listOf(null, "", "Blink", "v2.7.31", "-1.0.0").map { version(it, UNKNOWN) }

    private fun signed(
        name: String,
        word: String,
        accepted: List<String>? = null,
        levels: IntRange = 24..99,
        set: TruthPhone.() -> Unit,
    ) = TruthPhoneState("signed by $name, accepted $accepted", mapOf(10 to word), levels = levels) {
        accepted?.let { android { copy(signers = it.map(TruthPhone::digest)) } }
        set()
    }

    private fun TruthPhone.nobody() {
        if (Build.VERSION.SDK_INT >= 28) probes.own.signingInfo = null
        @Suppress("DEPRECATION")
        probes.own.signatures = null
    }

    private fun TruthPhone.nonsense() {
        val signature = Signature(byteArrayOf(1, 2, 3))
        if (Build.VERSION.SDK_INT >= 28) {
            val info = Shadow.newInstanceOf(SigningInfo::class.java)
            Shadow.extract<ShadowSigningInfo>(info).setSignatures(arrayOf(signature))
            probes.own.signingInfo = info
        } else {
            @Suppress("DEPRECATION")
            probes.own.signatures = arrayOf(signature)
        }
    }

    private val signers
        get() =
            listOf(
                signed("the maker", UNKNOWN, emptyList()) {},
                signed("another", FOREIGN, listOf("older")) {},
                signed("a debug key", DEBUG) { probes.signed(listOf("debug")) },
                signed("a debug key", DEBUG, emptyList()) { probes.signed(listOf("debug")) },
                signed("a debug key", RIGHT, listOf("debug")) { probes.signed(listOf("debug")) },
                signed("a key that is called nearly so", FOREIGN) { probes.signed(listOf("lookalike")) },
                signed("a key that is called nearly so", UNKNOWN, emptyList()) { probes.signed(listOf("lookalike")) },
                signed("a new key", RIGHT, listOf("current")) { probes.signed(listOf("older", "current")) },
                signed("a new key, the old one known", RIGHT, listOf("older"), 28..99) {
                    probes.signed(listOf("older", "current"))
                },
                signed("a new key, once a debug key", RIGHT, listOf("current"), 28..99) {
                    probes.signed(listOf("debug", "current"))
                },
                signed("a debug key, once another", DEBUG, listOf("older"), 28..99) {
                    probes.signed(listOf("older", "debug"))
                },
                signed("two", ONE_FOREIGN, listOf("current")) {
                    probes.signed(listOf("current", "older"), several = true)
                },
                signed("two", RIGHT, listOf("older", "current")) {
                    probes.signed(listOf("current", "older"), several = true)
                },
                signed("two", FOREIGN, listOf("lookalike")) {
                    probes.signed(listOf("current", "older"), several = true)
                },
                signed("two, one of them a debug key", DEBUG, listOf("current")) {
                    probes.signed(listOf("current", "debug"), several = true)
                },
                // The installed files say it.
                signed("nobody", RIGHT) { nobody() },
                signed("nobody", FOREIGN, listOf("current")) { nobody() },
                signed("nobody", UNKNOWN, emptyList()) { nobody() },
                signed("nonsense", RIGHT) { nonsense() },
            )

    val states get() = sources + versions + signers
}
