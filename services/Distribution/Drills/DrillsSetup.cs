using Ceptoar.Directory;

namespace Ceptoar.Distribution.Drills;

public static class DrillsSetup
{
    public static void AddDrills(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TellDrills>();
        builder.Services.AddHostedService(services => services.GetRequiredService<TellDrills>());
        builder.Services.AddHostedService<RecallStopped>();
    }

    /// <summary>The group of a CEPTOAR by its code; null where it is not known.</summary>
    public static DirectoryGroup? CeptoarOf(this DirectorySnapshot directory, string code) => directory.Groups.Values.FirstOrDefault(g => g.Kind == "ceptoar" && g.Members.Ceptoars.Contains(code));
}
