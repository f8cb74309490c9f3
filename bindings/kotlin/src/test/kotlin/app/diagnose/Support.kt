package app.diagnose

import com.google.gson.JsonElement
import com.google.gson.JsonParser
import com.sun.jna.Native
import java.io.File

/**
 * What only the tests' library has, with the feature `cases`: it is not in the generated sources of a release. Where the
 * released library is tested, both are loaded, and what crosses between them is allocated by the C library for both.
 */
internal object CasesLib {
    init {
        Native.register(CasesLib::class.java, System.getProperty("diagnose.cases.library"))
    }

    @JvmStatic
    @Suppress("ktlint:standard:function-naming")
    external fun uniffi_diagnose_fn_func_facts_from_json(
        text: RustBuffer.ByValue,
        status: UniffiRustCallStatus,
    ): RustBuffer.ByValue

    @JvmStatic
    @Suppress("ktlint:standard:function-naming")
    external fun uniffi_diagnose_fn_func_profile_from_json(
        text: RustBuffer.ByValue,
        status: UniffiRustCallStatus,
    ): RustBuffer.ByValue

    @JvmStatic
    @Suppress("ktlint:standard:function-naming")
    external fun uniffi_diagnose_fn_func_diagnosis_to_json(
        diagnosis: RustBuffer.ByValue,
        status: UniffiRustCallStatus,
    ): RustBuffer.ByValue
}

/** Whether it is the library as a phone gets it that is tested. */
val isReleased =
    System.getProperty("uniffi.component.diagnose.libraryOverride") != System.getProperty("diagnose.cases.library")

private fun call(function: (UniffiRustCallStatus) -> RustBuffer.ByValue): RustBuffer.ByValue {
    val status = UniffiRustCallStatus()
    val answer = function(status)
    if (status.code == UNIFFI_CALL_ERROR) throw DiagnoseException.lift(status.error_buf)
    check(status.code == UNIFFI_CALL_SUCCESS)
    return answer
}

fun factsFromJson(text: String): DeviceFacts =
    FfiConverterTypeDeviceFacts.lift(
        call { status ->
            CasesLib.uniffi_diagnose_fn_func_facts_from_json(FfiConverterString.lower(text), status)
        },
    )

fun profileFromJson(text: String): Profile =
    FfiConverterTypeProfile.lift(
        call { status ->
            CasesLib.uniffi_diagnose_fn_func_profile_from_json(FfiConverterString.lower(text), status)
        },
    )

fun diagnosisToJson(diagnosis: Diagnosis): JsonElement =
    JsonParser.parseString(
        FfiConverterString.lift(
            call { status ->
                CasesLib.uniffi_diagnose_fn_func_diagnosis_to_json(
                    FfiConverterTypeDiagnosis.lower(diagnosis),
                    status,
                )
            },
        ),
    )

val repository = File(System.getProperty("diagnose.repository"))

val expandedCases = File(System.getProperty("diagnose.cases"))

/** The facts of a phone of `tests/phones`. */
fun phone(name: String): DeviceFacts = factsFromJson(repository.resolve("tests/phones/$name.json").readText())

/** A profile of `profiles`. */
fun profile(id: String): Profile = profileFromJson(repository.resolve("profiles/$id/profile.json").readText())

val english = Reader("en", 0, null)

val noQuestion = Question(null, null)

/** Changes what Android says. */
fun DeviceFacts.android(change: AndroidFacts.() -> AndroidFacts): DeviceFacts =
    copy(phone = Phone.Android((phone as Phone.Android).facts.change()))

/** Changes what iOS says. */
fun DeviceFacts.ios(change: IosFacts.() -> IosFacts): DeviceFacts =
    copy(phone = Phone.Ios((phone as Phone.Ios).facts.change()))
