namespace Ceptoar.Testing;

/// <summary>Goes as the system's clock does, but can be moved on. Timers run in the system's time.</summary>
public sealed class TestClock : TimeProvider
{
    long ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}
