package app.diagnose.android

import org.junit.runner.Description
import org.junit.runner.notification.Failure
import org.junit.runner.notification.RunNotifier
import org.junit.runners.model.FrameworkMethod
import org.robolectric.RobolectricTestRunner
import org.robolectric.internal.bytecode.Sandbox
import java.lang.reflect.Method

/** Runs a class's tests once for each shared case of a level, each on a new phone of that level. */
class CaseRunner(
    type: Class<*>,
) : RobolectricTestRunner(type) {
    private val levels by lazy { PhoneCase.levels() }

    private class CaseMethod(
        method: RobolectricFrameworkMethod,
        val case: String,
    ) : RobolectricFrameworkMethod(method) {
        override fun getName() = "$case[${sdk.apiLevel}]"

        override fun equals(other: Any?) = super.equals(other) && other is CaseMethod && other.case == case

        override fun hashCode() = 31 * super.hashCode() + case.hashCode()
    }

    override fun getChildren(): List<FrameworkMethod> =
        super.getChildren().flatMap { method ->
            val onLevel = method as RobolectricFrameworkMethod
            levels.filterValues { it == onLevel.sdk.apiLevel }.keys.map { CaseMethod(onLevel, it) }
        }

    override fun beforeTest(
        sandbox: Sandbox?,
        method: FrameworkMethod,
        bootstrapped: Method?,
    ) {
        CaseTable.case = (method as CaseMethod).case
        super.beforeTest(sandbox, method, bootstrapped)
    }

    override fun run(notifier: RunNotifier) {
        CaseTable.begin()
        val started = System.nanoTime()
        super.run(notifier)
        val ran = children.map { (it as RobolectricFrameworkMethod).sdk.apiLevel }.toSet()
        println(CaseTable.text(levels, ran, (System.nanoTime() - started) / 1_000_000))
        CaseTable.fault(levels, ran)?.let {
            notifier.fireTestFailure(
                Failure(Description.createSuiteDescription(testClass.javaClass), AssertionError(it)),
            )
        }
    }
}
