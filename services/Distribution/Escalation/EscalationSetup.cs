namespace Ceptoar.Distribution.Escalation;

public static class EscalationSetup
{
    public static void AddEscalation(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<EscalationSettings>().BindConfiguration("Escalation").Validate(s => s.IsGood, "Escalation: times must be positive, Responses from 1 to 3.").ValidateOnStart();
        builder.Services.AddScoped<Paces>();
        builder.Services.AddSingleton<ContactFactsCache>();
        builder.Services.AddScoped<ContactFacts>();
        builder.Services.AddScoped<LayingDown>();
        builder.Services.AddScoped<Escalating>();
        builder.Services.AddSingleton<EscalateDue>();
        builder.Services.AddHostedService(services => services.GetRequiredService<EscalateDue>());
    }
}
