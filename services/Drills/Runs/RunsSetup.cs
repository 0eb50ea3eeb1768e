namespace Ceptoar.Drills.Runs;

public static class RunsSetup
{
    public static void AddRuns(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ConductSettings>().BindConfiguration("Conduct").Validate(s => s.Every > TimeSpan.Zero, "Conduct:Every must be positive.").ValidateOnStart();
        builder.Services.AddScoped<DrillDesk>();
        builder.Services.AddScoped<Scheduling>();
        builder.Services.AddScoped<Starting>();
        builder.Services.AddScoped<Ending>();
        builder.Services.AddSingleton<ConductDue>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ConductDue>());
    }
}
