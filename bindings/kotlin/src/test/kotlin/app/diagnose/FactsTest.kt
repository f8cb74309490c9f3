package app.diagnose

import org.junit.Assert.assertEquals
import org.junit.Test

/** Each group of facts, changed through the generated types: the report changes as in the shared cases. */
class FactsTest {
    private val android = phone("android-15-in-order")
    private val ios = phone("ios-18-in-order")
    private val blink = profile("blink")
    private val harbour = profile("harbour")

    /** The one check that is told differently, as `number outcome cause reason`. */
    private fun changed(
        before: DeviceFacts,
        after: DeviceFacts,
        profile: Profile = blink,
    ): String {
        val told = { facts: DeviceFacts -> Diagnose.diagnose(facts, noQuestion, profile, english).report.findings }
        val earlier = told(before)
        return told(after)
            .filterIndexed { at, finding -> finding.copy(details = earlier[at].details) != earlier[at] }
            .joinToString { finding ->
                listOfNotNull(finding.check, finding.outcome, finding.cause, finding.reason).joinToString(" ")
            }
    }

    private fun androidChanged(change: AndroidFacts.() -> AndroidFacts) = changed(android, android.android(change))

    private fun iosChanged(change: IosFacts.() -> IosFacts) = changed(ios, ios.ios(change))

    private val on = BoolFact.Known(true)
    private val off = BoolFact.Known(false)

    @Test
    fun clock() {
        val later = Time(android.clock.phone.seconds + 30 * 86_400)
        assertEquals("18 FAIL 0", changed(android, android.copy(clock = ClockFacts(later))))
    }

    @Test
    fun app() {
        val before = phone("harbour-android-14-in-order")
        val after = before.copy(app = AppFacts(AppVersionFact.Known(AppVersion(4, 0, 0, ""))))
        assertEquals("14 FAIL 0", changed(before, after, harbour))
    }

    @Test
    fun host() {
        val removed = RegistrationFact.Known(Registration.REMOVED)
        assertEquals("21 FAIL 1", changed(android, android.copy(host = android.host.copy(registration = removed))))
    }

    @Test
    fun delivery() {
        val record =
            DeliveryRecord(
                at = Time(android.clock.phone.seconds - 4 * 86_400),
                event = DeliveryEvent.ARRIVED,
                delaySeconds = NumberFact.Known(3),
                appVersion = AppVersion(2, 7, 31, ""),
                settings = SettingsLevels(Level.PASS, Level.PASS, Level.PASS, Level.PASS, Level.PASS, Level.PASS),
            )
        val records = DeliveryRecordsFact.Known(listOf(record))
        assertEquals("9 PASS", changed(android, android.copy(delivery = DeliveryFacts(records))))
        val late = DeliveryRecordsFact.Known(listOf(record.copy(delaySeconds = NumberFact.Known(400))))
        assertEquals("9 FAIL 4", changed(android, android.copy(delivery = DeliveryFacts(late))))
    }

    @Test
    fun androidOs() {
        val old = DateFact.Known(Date(2024, 11, 5))
        assertEquals("1 WARN", androidChanged { copy(os = os.copy(securityPatch = old)) })
    }

    @Test
    fun androidClock() {
        // The server's time comes first; without it the network's decides.
        val silent = android.copy(host = android.host.copy(serverTime = TimeFact.Unreadable(Reason.HOST_SILENT)))
        val known = silent.android { copy(clock = AndroidClockFacts(TimeFact.Known(silent.clock.phone))) }
        val other = Time(silent.clock.phone.seconds - 30 * 86_400)
        val wrong = silent.android { copy(clock = AndroidClockFacts(TimeFact.Known(other))) }
        assertEquals("18 FAIL 0", changed(known, wrong))
    }

    @Test
    fun androidNotifications() {
        assertEquals("4 FAIL 1", androidChanged { copy(notifications = notifications.copy(paused = on)) })
    }

    @Test
    fun androidChannels() {
        val before = phone("harbour-android-14-in-order")
        val after =
            before.android {
                val channels = (notifications.channels as ChannelsFact.Known).value
                val blocked = listOf(channels[0].copy(importance = Importance.BLOCKED)) + channels.drop(1)
                copy(notifications = notifications.copy(channels = ChannelsFact.Known(blocked)))
            }
        assertEquals("3 FAIL 0", changed(before, after, harbour))
    }

    @Test
    fun androidUsage() {
        val days = NumberFact.Known(61)
        assertEquals("6 FAIL 3", androidChanged { copy(usage = usage.copy(daysSinceLastUse = days)) })
    }

    @Test
    fun androidBackground() {
        assertEquals("6 FAIL 0", androidChanged { copy(background = background.copy(restricted = on)) })
        val saver = DataSaverFact.Known(DataSaver.ENABLED)
        assertEquals("7 WARN", androidChanged { copy(background = background.copy(dataSaver = saver)) })
    }

    @Test
    fun androidPush() {
        assertEquals("8 FAIL 0", androidChanged { copy(push = push.copy(playServicesInstalled = off)) })
    }

    @Test
    fun androidNetwork() {
        val silent = phone("android-11-quiet-host")
        val failed = BoolFact.Unreadable(Reason.CALL_FAILED)
        assertEquals(
            "20 UNKNOWN CALL_FAILED",
            changed(silent, silent.android { copy(network = network.copy(captivePortal = failed)) }),
        )
    }

    @Test
    fun androidInstall() {
        val other = RestoreMarkFact.Known(RestoreMark.OTHER)
        assertEquals("16 FAIL 0", androidChanged { copy(install = install.copy(registeredOn = other)) })
        val notRun = SplitProblemsFact.Unreadable(Reason.NOT_RUN)
        assertEquals("12 UNKNOWN NOT_RUN", androidChanged { copy(install = install.copy(splitProblems = notRun)) })
    }

    @Test
    fun androidCrashes() {
        val at = Time(android.clock.phone.seconds - 86_400)
        val exits =
            ProcessExitsFact.Known(
                listOf(100L, 200L).map { ProcessExit(ExitReason.CRASH_NATIVE, at, NumberFact.Known(it)) },
            )
        assertEquals("17 FAIL 1", androidChanged { copy(crashes = crashes.copy(exits = exits)) })
    }

    @Test
    fun androidStorage() {
        assertEquals("19 FAIL 0", androidChanged { copy(storage = AndroidStorageFacts(NumberFact.Known(1000))) })
    }

    @Test
    fun androidCamera() {
        val never = RegistrationFact.Known(Registration.NEVER)
        val unregistered = android.copy(host = android.host.copy(registration = never))
        val denied = unregistered.android { copy(camera = camera.copy(disabledByPolicy = on)) }
        assertEquals("22 FAIL 3", changed(unregistered, denied))
    }

    @Test
    fun androidUser() {
        assertEquals("16 FAIL 1", androidChanged { copy(user = user.copy(id = NumberFact.Known(999))) })
    }

    @Test
    fun iosOs() {
        val before = phone("harbour-ios-26-in-order")
        val older = before.ios { copy(os = IosOsFacts(15, 8)) }
        assertEquals("0 FAIL 0", changed(before, older, harbour).substringBefore(","))
    }

    @Test
    fun iosNotifications() {
        val provisional = NotificationAuthorizationFact.Known(NotificationAuthorization.PROVISIONAL)
        assertEquals("2 WARN", iosChanged { copy(notifications = notifications.copy(authorization = provisional)) })
    }

    @Test
    fun iosBackground() {
        val before = phone("harbour-ios-26-in-order")
        val denied = BackgroundRefreshFact.Known(BackgroundRefresh.DENIED)
        assertEquals(
            "6 FAIL 4",
            changed(before, before.ios { copy(background = background.copy(refresh = denied)) }, harbour),
        )
    }

    @Test
    fun iosPush() {
        assertEquals("8 FAIL 7", iosChanged { copy(push = push.copy(hostReachable = off)) })
    }

    @Test
    fun iosNetwork() {
        val silent = phone("ios-15-quiet-host")
        assertEquals("20 FAIL 0", changed(silent, silent.ios { copy(network = IosNetworkFacts(off)) }))
    }

    @Test
    fun iosInstall() {
        val damaged = BundleFilesFact.Known(listOf(BundleFile(BundlePart.EXECUTABLE, FileVerdict.DAMAGED)))
        assertEquals("11 FAIL 2", iosChanged { copy(install = install.copy(files = damaged)) })
    }

    @Test
    fun iosStorage() {
        assertEquals("19 FAIL 0", iosChanged { copy(storage = IosStorageFacts(NumberFact.Known(300_000_000))) })
    }

    @Test
    fun iosCamera() {
        val unregistered = ios.copy(host = ios.host.copy(registration = RegistrationFact.Known(Registration.NEVER)))
        val denied = CameraAuthorizationFact.Known(CameraAuthorization.RESTRICTED)
        assertEquals("22 FAIL 3", changed(unregistered, unregistered.ios { copy(camera = IosCameraFacts(denied)) }))
    }
}
