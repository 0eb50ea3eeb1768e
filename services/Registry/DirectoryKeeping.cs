using Ceptoar.Registry.Attestation;
using Ceptoar.Registry.Contacts;
using Ceptoar.Registry.Organisations;

namespace Ceptoar.Registry;

/// <summary>What looks after the entries of the directory.</summary>
public static class DirectoryKeeping
{
    public static void AddDirectoryKeeping(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MarksCache>();
        builder.Services.AddSingleton<ContactSheets>();
        builder.Services.AddScoped<TellContacts>();
        builder.Services.ConfigureDbContext<RegistryDb>((services, options) => options.AddInterceptors(services.GetRequiredService<TellContacts>()));
        builder.Services.AddScoped<AttestationReminder>();
        builder.Services.AddScoped<AttestationAsking>();
        builder.Services.AddSingleton<OpenYearlyAttestations>();
        builder.Services.AddHostedService(services => services.GetRequiredService<OpenYearlyAttestations>());
    }
}
