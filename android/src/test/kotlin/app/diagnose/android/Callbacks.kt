package app.diagnose.android

/**
 * Robolectric loads the bindings once a level, the native library once: what it calls back is the level that was loaded
 * last. From here on it calls this one. On a phone there is only one.
 */
internal fun callBackHere() {
    val library = Class.forName("app.diagnose.UniffiLib")
    val progress = Class.forName("app.diagnose.uniffiCallbackInterfaceVerifyProgress")
    val register = progress.declaredMethods.single { it.name.startsWith("register") }
    register.isAccessible = true
    register.invoke(progress.instance(), library.instance())
}

private fun Class<*>.instance(): Any = getDeclaredField("INSTANCE").apply { isAccessible = true }.get(null)
