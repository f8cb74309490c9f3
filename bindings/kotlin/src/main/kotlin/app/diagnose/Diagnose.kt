@file:JvmName("DiagnoseFacade")

package app.diagnose

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.isActive
import kotlinx.coroutines.withContext

/**
 * The calls of this library. Each may throw a [DiagnoseException], whose message is a sentence for a developer, and a
 * [LinkageError] where the native library is not there or is of another version.
 *
 * Texts may hold unpaired surrogates, which the generated functions of the same names refuse: they arrive as U+FFFD.
 */
object Diagnose {
    /** Diagnoses a phone: report, the end user's advice and the code. Fast enough for any thread. */
    @Throws(DiagnoseException::class)
    fun diagnose(
        facts: DeviceFacts,
        question: Question,
        profile: Profile,
        reader: Reader,
    ): Diagnosis = app.diagnose.diagnose(facts.wellFormed(), question, profile.wellFormed(), reader.wellFormed())

    /** The profile of that id that is compiled in, to be copied and completed with what the host app knows. */
    @Throws(DiagnoseException::class)
    fun embeddedProfile(id: String): Profile = app.diagnose.embeddedProfile(id.wellFormed())

    /** The complaints to choose from. Empty where the profile has no playbook compiled in. */
    @Throws(DiagnoseException::class)
    fun complaints(
        profile: Profile,
        reader: Reader,
    ): List<ComplaintChoice> = app.diagnose.complaints(profile.wellFormed(), reader.wellFormed())

    /** How the checks stand that a proof of delivery depends on, to be stored beside a record of delivery. */
    @Throws(DiagnoseException::class)
    fun settingsLevels(
        facts: DeviceFacts,
        profile: Profile,
    ): SettingsLevels = app.diagnose.settingsLevels(facts.wellFormed(), profile.wellFormed())

    /** The QR code of a code's text. */
    @Throws(DiagnoseException::class)
    fun codeQrMatrix(text: String): QrMatrix = app.diagnose.codeQrMatrix(text.wellFormed())

    /** The maker of a phone by what `Build.MANUFACTURER` holds. */
    @Throws(DiagnoseException::class)
    fun makerOf(manufacturer: String): Maker = app.diagnose.makerOf(manufacturer.wellFormed())

    /** Reads an app's version as `PackageInfo.versionName` holds it. */
    @Throws(DiagnoseException::class)
    fun parseAppVersion(text: String): AppVersion = app.diagnose.parseAppVersion(text.wellFormed())

    /** Reads a day: `YYYY-MM-DD`, as `Build.VERSION.SECURITY_PATCH` holds it. */
    @Throws(DiagnoseException::class)
    fun parseDate(text: String): Date = app.diagnose.parseDate(text.wellFormed())

    /** Starts the log, which holds ids and outcomes and no value of a fact. */
    fun startLogging(level: LogLevel) = app.diagnose.startLogging(level)

    /**
     * Verifies the files of an installed app, away from the calling thread. [onProgress] is told bytes done and bytes in
     * all, on the thread of the work, every 50 milliseconds at most; what it throws ends the work and is thrown here.
     * Cancelling the coroutine ends the work within one such step.
     */
    @Throws(DiagnoseException::class)
    suspend fun verifyInstallation(
        files: InstalledFiles,
        device: Device,
        onProgress: (done: Long, total: Long) -> Unit = { _, _ -> },
    ): Verification =
        withContext(Dispatchers.IO) {
            var thrown: Throwable? = null
            val progress =
                object : VerifyProgress {
                    override fun advanced(
                        done: Long,
                        total: Long,
                    ): Boolean {
                        if (!isActive) return false
                        try {
                            onProgress(done, total)
                        } catch (e: Throwable) {
                            thrown = e
                        }
                        return thrown == null && isActive
                    }
                }
            val found = app.diagnose.verifyInstallation(files.wellFormed(), device.wellFormed(), progress)
            thrown?.let { throw it }
            ensureActive()
            found
        }
}

private fun String.wellFormed(): String {
    if (indices.none { isUnpaired(it) }) return this
    return String(CharArray(length) { if (isUnpaired(it)) '\uFFFD' else this[it] })
}

private fun String.isUnpaired(at: Int): Boolean =
    when {
        this[at].isHighSurrogate() -> getOrNull(at + 1)?.isLowSurrogate() != true
        this[at].isLowSurrogate() -> getOrNull(at - 1)?.isHighSurrogate() != true
        else -> false
    }

private fun List<String>.wellFormed(): List<String> = map { it.wellFormed() }

private fun DeviceFacts.wellFormed(): DeviceFacts =
    copy(
        app = app.copy(version = app.version.wellFormed()),
        host = host.copy(newestVersion = host.newestVersion.wellFormed()),
        delivery = delivery.copy(records = delivery.records.wellFormed()),
        phone =
            when (val phone = phone) {
                is Phone.Android -> Phone.Android(phone.facts.wellFormed())
                is Phone.Ios -> phone
            },
    )

private fun AndroidFacts.wellFormed(): AndroidFacts =
    copy(
        notifications = notifications.copy(channels = notifications.channels.wellFormed()),
        install =
            install.copy(
                signers = install.signers.wellFormed(),
                files = install.files.wellFormed(),
                installer = install.installer.wellFormed(),
                updateOwner = install.updateOwner.wellFormed(),
            ),
    )

private fun AppVersion.wellFormed(): AppVersion = copy(preRelease = preRelease.wellFormed())

private fun AppVersionFact.wellFormed(): AppVersionFact =
    if (this is AppVersionFact.Known) AppVersionFact.Known(value.wellFormed()) else this

private fun DeliveryRecordsFact.wellFormed(): DeliveryRecordsFact =
    if (this is DeliveryRecordsFact.Known) {
        DeliveryRecordsFact.Known(value.map { it.copy(appVersion = it.appVersion.wellFormed()) })
    } else {
        this
    }

private fun ChannelsFact.wellFormed(): ChannelsFact =
    if (this is ChannelsFact.Known) {
        ChannelsFact.Known(value.map { it.copy(id = it.id.wellFormed()) })
    } else {
        this
    }

private fun SignersFact.wellFormed(): SignersFact =
    if (this is SignersFact.Known) {
        SignersFact.Known(
            value.map { signer ->
                signer.copy(lineage = signer.lineage.map { it.copy(sha256 = it.sha256.wellFormed()) })
            },
        )
    } else {
        this
    }

private fun ApkFilesFact.wellFormed(): ApkFilesFact =
    if (this is ApkFilesFact.Known) {
        ApkFilesFact.Known(value.map { it.copy(signers = it.signers.wellFormed()) })
    } else {
        this
    }

private fun PackageNameFact.wellFormed(): PackageNameFact =
    if (this is PackageNameFact.Known) {
        PackageNameFact.Known(value.copy(name = value.name.wellFormed()))
    } else {
        this
    }

private fun Profile.wellFormed(): Profile =
    copy(
        id = id.wellFormed(),
        words =
            words.copy(
                app = words.app.wellFormed(),
                console = words.console.wellFormed(),
                reset = words.reset.wellFormed(),
                support = words.support.wellFormed(),
            ),
        minimumVersion = minimumVersion?.wellFormed(),
        newestVersion = newestVersion?.wellFormed(),
        android =
            android.copy(
                `package` = android.`package`?.wellFormed(),
                signers = android.signers.wellFormed(),
                channels = android.channels.map { it.copy(id = it.id.wellFormed()) },
            ),
        ios = ios.copy(bundle = ios.bundle?.wellFormed()),
        assumed = assumed.wellFormed(),
    )

private fun Reader.wellFormed(): Reader = copy(language = language.wellFormed())

private fun InstalledFiles.wellFormed(): InstalledFiles =
    InstalledFiles(base.wellFormed(), splits.wellFormed(), libraryFolder?.wellFormed())

private fun Device.wellFormed(): Device = copy(abis = abis.wellFormed(), languages = languages.wellFormed())
