using System.Security.Cryptography;
using System.Text.Json;
using Ceptoar.Contracts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ceptoar.Hosting.Sealing;

/// <summary>
/// Seals and opens what travels between the services that share a key ring. The ring is a folder that only those services' users
/// can read (<c>KeyRings:Case</c>, <c>KeyRings:Identifying</c>, <c>KeyRings:Contacts</c>, <c>KeyRings:People</c>).
/// </summary>
public abstract class Sealer(IDataProtector protector)
{
    public SealedText Seal<T>(T content) => new() { Sealed = Convert.ToBase64String(SealBytes(JsonSerializer.SerializeToUtf8Bytes(content))) };

    /// <exception cref="CryptographicException">It was sealed with another ring, or altered.</exception>
    public T Open<T>(SealedText text) => JsonSerializer.Deserialize<T>(OpenBytes(Convert.FromBase64String(text.Sealed)))!;

    public byte[] SealBytes(byte[] content) => protector.Protect(content);

    public byte[] OpenBytes(byte[] content) => protector.Unprotect(content);
}

/// <summary>Reports, their renditions and who reported: Intake, Classification and Anonymisation.</summary>
public sealed class CaseSealer(IDataProtector protector) : Sealer(protector);

/// <summary>The strings that identify organisations: Registry, Classification and Anonymisation.</summary>
public sealed class IdentifyingSealer(IDataProtector protector) : Sealer(protector);

/// <summary>By whom and how organisations are reached, on the way from Registry to Distribution.</summary>
public sealed class ContactsSealer(IDataProtector protector) : Sealer(protector);

/// <summary>What belongs to people: their names, second factors, contacts and mail. Registry alone.</summary>
public sealed class PeopleSealer(IDataProtector protector) : Sealer(protector);

public static class SealingSetup
{
    /// <param name="builder">The service.</param>
    /// <param name="makesKeys">True for the one service that makes this ring's keys; the others read them.</param>
    public static void AddCaseSealer(this IHostApplicationBuilder builder, bool makesKeys = false)
    {
        builder.Services.AddSingleton(services => new CaseSealer(Ring(services, "Case", makesKeys)));
        builder.Services.AddScoped<CaseVault>();
    }

    /// <inheritdoc cref="AddCaseSealer"/>
    public static void AddIdentifyingSealer(this IHostApplicationBuilder builder, bool makesKeys = false) =>
        builder.Services.AddSingleton(services => new IdentifyingSealer(Ring(services, "Identifying", makesKeys)));

    /// <inheritdoc cref="AddCaseSealer"/>
    public static void AddContactsSealer(this IHostApplicationBuilder builder, bool makesKeys = false) =>
        builder.Services.AddSingleton(services => new ContactsSealer(Ring(services, "Contacts", makesKeys)));

    /// <summary>The ring of one service; every instance of it makes keys.</summary>
    public static void AddPeopleSealer(this IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton(services => new PeopleSealer(Ring(services, "People", makesKeys: true)));

    static IDataProtector Ring(IServiceProvider services, string name, bool makesKeys)
    {
        var folder = services.GetRequiredService<IConfiguration>()[$"KeyRings:{name}"]
            ?? throw new InvalidOperationException($"KeyRings:{name} names no folder.");
        var provider = DataProtectionProvider.Create(new DirectoryInfo(folder), protection =>
        {
            protection.SetApplicationName($"ceptoarhub-{name}");
            // a key made at run time could be read by its maker alone, and the others could open nothing any more: keys change by intent
            protection.SetDefaultKeyLifetime(TimeSpan.FromDays(3650));
            if (!makesKeys) protection.DisableAutomaticKeyGeneration();
        });
        return provider.CreateProtector($"ceptoarhub.{name}.v1");
    }
}
