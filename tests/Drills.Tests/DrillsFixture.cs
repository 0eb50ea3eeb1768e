using Ceptoar.Testing;

namespace Ceptoar.Drills.Tests;

/// <summary>Drills with the small directory heard.</summary>
public class DrillsFixture : ServiceFixture<Program>, IAsyncLifetime
{
    public SmallDirectory Directory { get; } = new();

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Directory.HeardBy(this);
    }
}
