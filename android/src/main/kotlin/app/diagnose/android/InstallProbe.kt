package app.diagnose.android

import android.content.Context
import android.os.Build
import app.diagnose.AndroidInstallFacts
import app.diagnose.ApkFilesFact
import app.diagnose.PackageName
import app.diagnose.Reason
import app.diagnose.SplitProblemsFact
import app.diagnose.Verification

internal fun installFacts(
    context: Context,
    verification: Verification?,
) = AndroidInstallFacts(
    signers = signers.read { readSigners(context) },
    files = verification?.filesFact ?: ApkFilesFact.Unreadable(Reason.NOT_RUN),
    splitProblems = verification?.splitProblemsFact ?: SplitProblemsFact.Unreadable(Reason.NOT_RUN),
    installer = packageName.read { nameOf(installer(context)) },
    updateOwner = packageName.read(34) { nameOf(updateOwner(context)) },
    registeredOn = restoreMark.read { RegistrationMark.read(context) },
)

/** As Android allows them (`FrameworkParsingPackageUtils.validateName`). */
private val PACKAGE = Regex("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)*")
private const val LONGEST = 223

/** `none` where Android names none; null for what is no name. */
private fun nameOf(name: String?): PackageName? {
    if (name == null) return PackageName("none")
    return PackageName(name).takeIf { name.length <= LONGEST && name.matches(PACKAGE) }
}

@Suppress("DEPRECATION")
private fun installer(context: Context): String? =
    if (Build.VERSION.SDK_INT >= 30) {
        source(context)
    } else {
        context.packageManager.getInstallerPackageName(context.packageName)
    }

@GuardedApi(30)
private fun source(context: Context): String? =
    context.packageManager.getInstallSourceInfo(context.packageName).run {
        installingPackageName ?: initiatingPackageName
    }

@GuardedApi(34)
private fun updateOwner(context: Context): String? =
    context.packageManager.getInstallSourceInfo(context.packageName).updateOwnerPackageName
