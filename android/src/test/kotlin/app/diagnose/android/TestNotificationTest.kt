package app.diagnose.android

import android.Manifest
import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationChannelGroup
import android.app.NotificationManager
import android.os.Build
import android.provider.Settings
import app.diagnose.ChannelRule
import app.diagnose.DeliveryEvent
import app.diagnose.Outcome
import app.diagnose.Profile
import app.diagnose.sample.SampleActivity
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowNotificationManager
import org.robolectric.shadows.ShadowSystemClock
import org.robolectric.util.ReflectionHelpers
import org.robolectric.util.ReflectionHelpers.ClassParameter
import java.time.Duration

/** The pause of an app, which Robolectric does not know. */
@Implements(NotificationManager::class)
class PausedNotifications : ShadowNotificationManager() {
    @Implementation(minSdk = 29)
    fun areNotificationsPaused() = paused

    companion object {
        var paused = false
    }
}

@RunWith(RobolectricTestRunner::class)
// The sample app would make channels.
@Config(application = EvidenceApp::class)
class TestNotificationTest {
    private val manager get() = app.getSystemService(NotificationManager::class.java)
    private val shadow get() = Shadow.extract<ShadowNotificationManager>(manager)
    private val posted: Notification? get() = shadow.allNotifications.singleOrNull()

    @Before
    fun allowed() {
        shadowOf(app).grantPermissions(Manifest.permission.POST_NOTIFICATIONS)
        shadow.setImportance(NotificationManager.IMPORTANCE_DEFAULT)
    }

    private fun channel(
        id: String,
        importance: Int = NotificationManager.IMPORTANCE_DEFAULT,
        group: String? = null,
    ) {
        group?.let { manager.createNotificationChannelGroup(NotificationChannelGroup(it, it)) }
        manager.createNotificationChannel(
            NotificationChannel(id, id, importance).apply {
                group?.let { this.group = it }
            },
        )
    }

    private fun block(id: String) {
        manager.getNotificationChannel(id).importance = NotificationManager.IMPORTANCE_NONE
    }

    private fun blockGroup(id: String) {
        val group = manager.notificationChannelGroups.single { it.id == id }
        ReflectionHelpers.callInstanceMethod<Unit>(
            group,
            "setBlocked",
            ClassParameter.from(Boolean::class.javaPrimitiveType, true),
        )
    }

    private fun naming(vararg channels: String): Profile =
        blink().run { copy(android = android.copy(channels = channels.map { ChannelRule(it, false) })) }

    /** The channel of what was posted; null where none is offered, and then none can be posted either. */
    private fun channelUsed(profile: Profile): String? {
        val offered = TestNotification.offered(app, profile)
        assertEquals(offered, TestNotification.post(app, profile))
        assertEquals(offered, TestNotification.pending(app))
        val channel = posted?.let { if (Build.VERSION.SDK_INT >= 26) it.channelId else null }
        assertEquals(offered, posted != null)
        TestNotification.answered(app, true)
        assertNull("what is answered is removed", posted)
        return channel
    }

    @Test
    @Config(minSdk = 26)
    fun `without channels it is not offered`() {
        assertNull(channelUsed(naming()))
        assertNull(channelUsed(naming("alerts")))
    }

    @Test
    @Config(minSdk = 26)
    fun `the first channel of the profile that exists is used`() {
        channel("other", NotificationManager.IMPORTANCE_HIGH)
        channel("late", NotificationManager.IMPORTANCE_HIGH)
        channel("alerts", NotificationManager.IMPORTANCE_MIN)
        assertEquals("alerts", channelUsed(naming("alerts", "late")))
        assertEquals("late", channelUsed(naming("late", "alerts")))
        assertEquals("alerts", channelUsed(naming("missing", "alerts", "late")))
        assertNull(channelUsed(naming("missing")))
    }

    @Test
    @Config(minSdk = 26)
    fun `a blocked channel of the profile is not replaced by another`() {
        channel("alerts")
        channel("late")
        block("alerts")
        assertNull(channelUsed(naming("alerts", "late")))
        assertEquals("late", channelUsed(naming("late", "alerts")))
    }

    @Test
    @Config(minSdk = 26)
    fun `where the profile names none, the app's best one is used`() {
        channel("news", NotificationManager.IMPORTANCE_LOW)
        assertEquals("news", channelUsed(naming()))
        channel("alerts", NotificationManager.IMPORTANCE_HIGH)
        channel("chat", NotificationManager.IMPORTANCE_DEFAULT)
        assertEquals("alerts", channelUsed(naming()))
        block("alerts")
        assertEquals("chat", channelUsed(naming()))
        block("chat")
        block("news")
        assertNull(channelUsed(naming()))
    }

    @Test
    @Config(minSdk = 28)
    fun `a channel in a blocked group is blocked`() {
        channel("alerts", NotificationManager.IMPORTANCE_HIGH, group = "work")
        channel("news", NotificationManager.IMPORTANCE_LOW, group = "play")
        assertEquals("alerts", channelUsed(naming("alerts")))
        assertEquals("alerts", channelUsed(naming()))
        blockGroup("work")
        assertNull(channelUsed(naming("alerts")))
        assertEquals("news", channelUsed(naming("news")))
        assertEquals("news", channelUsed(naming()))
    }

    @Test
    fun `it is not offered where notifications are off`() {
        if (Build.VERSION.SDK_INT >= 26) channel("alerts")
        assertTrue(TestNotification.offered(app, naming()))
        shadow.setNotificationsEnabled(false)
        assertFalse(TestNotification.offered(app, naming()))
        assertFalse(TestNotification.post(app, naming()))
        assertNull(posted)
        shadow.setNotificationsEnabled(true)
        shadow.setImportance(NotificationManager.IMPORTANCE_NONE)
        assertEquals(Build.VERSION.SDK_INT >= 26, TestNotification.offered(app, naming()))
    }

    @Test
    @Config(minSdk = 29, shadows = [PausedNotifications::class])
    fun `it is not offered while the app is paused`() {
        channel("alerts")
        PausedNotifications.paused = true
        assertNull(channelUsed(naming()))
        PausedNotifications.paused = false
        assertEquals("alerts", channelUsed(naming()))
    }

    @Test
    @Config(minSdk = 33)
    fun `it is not offered without the permission`() {
        channel("alerts")
        shadowOf(app).denyPermissions(Manifest.permission.POST_NOTIFICATIONS)
        assertNull(channelUsed(naming()))
    }

    @Test
    @Config(maxSdk = 25)
    fun `below 26 it needs no channel and asks for attention`() {
        assertNull(channelUsed(naming("alerts")))
        TestNotification.post(app, naming())
        @Suppress("DEPRECATION")
        assertEquals(Notification.PRIORITY_HIGH, posted!!.priority)
    }

    @Test
    fun `what is posted says whose test it is, opens the app and goes away`() {
        if (Build.VERSION.SDK_INT >= 26) channel("alerts")
        manager.notify(1, Notification())
        assertTrue(TestNotification.post(app, blink()))
        assertEquals("the host's own of the same number stays", 2, shadow.size())
        val test = shadow.getNotification("app.diagnose.test", 1)
        assertEquals("A test by Blink", test.extras.getString(Notification.EXTRA_TITLE))
        assertEquals(
            "You see this, so this phone can show what Blink sends.",
            test.extras.getString(Notification.EXTRA_TEXT),
        )
        assertEquals(app.packageName, test.smallIcon.resPackage)
        assertNotNull(app.getDrawable(test.smallIcon.resId))
        assertTrue(test.flags and Notification.FLAG_AUTO_CANCEL != 0)
        if (Build.VERSION.SDK_INT >= 26) assertEquals(600_000L, test.timeoutAfter)
        test.contentIntent.send()
        assertEquals(SampleActivity::class.java.name, shadowOf(app).nextStartedActivity.component!!.className)
        TestNotification.answered(app, false)
        assertNull(shadow.getNotification("app.diagnose.test", 1))
        assertEquals(1, shadow.size())
    }

    @Test
    fun `seen and not seen are recorded as of the moment of the test`() {
        if (Build.VERSION.SDK_INT >= 26) channel("alerts")
        TestNotification.post(app, blink())
        assertTrue(TestNotification.answered(app, true))
        assertEquals(listOf(DeliveryEvent.LOCAL_SEEN), recorded().map { it.event })
        assertEquals(Outcome.WARN to null, checkNine())
        assertFalse("a second answer is none", TestNotification.answered(app, false))
        TestNotification.post(app, blink())
        assertTrue(TestNotification.answered(app, false))
        assertEquals(listOf(DeliveryEvent.LOCAL_SEEN, DeliveryEvent.LOCAL_NOT_SEEN), recorded().map { it.event })
        assertEquals(Outcome.FAIL to 2, checkNine())
    }

    @Test
    fun `a clock moved backward does not make a proof of the future`() {
        if (Build.VERSION.SDK_INT >= 26) channel("alerts")
        TestNotification.post(app, blink())
        // The user's clock does not go on with the other one: by that one, it was set back.
        ShadowSystemClock.advanceBy(Duration.ofSeconds(100))
        val posted = Moment.now().time().seconds - 100
        TestNotification.answered(app, true)
        assertTrue(recorded().single().at.seconds in posted..posted + 2)
    }

    @Test
    fun `nobody answered, nothing is recorded`() {
        if (Build.VERSION.SDK_INT >= 26) channel("alerts")
        assertFalse(TestNotification.answered(app, true))
        TestNotification.post(app, blink())
        ShadowSystemClock.advanceBy(Duration.ofMinutes(59))
        assertTrue(TestNotification.pending(app))
        ShadowSystemClock.advanceBy(Duration.ofMinutes(2))
        assertFalse(TestNotification.pending(app))
        assertFalse(TestNotification.answered(app, true))
        assertEquals(emptyList<Any>(), recorded())
    }

    @Test
    fun `a phone that started anew forgets the question`() {
        if (Build.VERSION.SDK_INT >= 26) channel("alerts")
        TestNotification.post(app, blink())
        Settings.Global.putInt(app.contentResolver, Settings.Global.BOOT_COUNT, 7)
        assertFalse(TestNotification.pending(app))
        assertFalse(TestNotification.answered(app, false))
        assertEquals(emptyList<Any>(), recorded())
    }
}
