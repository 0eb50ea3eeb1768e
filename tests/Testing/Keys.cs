using System.Security.Cryptography;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ceptoar.Testing;

/// <summary>The keys of one hub, made anew and thrown away with their folder: the rings, the keys of the tickets and the advisories, the owner key; and the store of attachments.</summary>
sealed class Keys : IDisposable
{
    readonly IHost host;

    public Keys(string folder)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = Path.Combine(folder, "tickets.pem");
        File.WriteAllText(pem, pair.ExportECPrivateKeyPem());
        using var signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signingPem = Path.Combine(folder, "advisories.pem");
        File.WriteAllText(signingPem, signing.ExportECPrivateKeyPem());
        Settings = new()
        {
            ["Signing:Key"] = signingPem,
            ["Tickets:SigningKey"] = pem,
            ["KeyRings:Case"] = Path.Combine(folder, "case"),
            ["KeyRings:Identifying"] = Path.Combine(folder, "identifying"),
            ["KeyRings:Contacts"] = Path.Combine(folder, "contacts"),
            ["KeyRings:People"] = Path.Combine(folder, "people"),
            ["Attachments:Folder"] = Directory.CreateDirectory(Path.Combine(folder, "attachments")).FullName,
            ["Hub:OwnerKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        };

        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.AddCaseSealer(makesKeys: true);
        builder.AddIdentifyingSealer(makesKeys: true);
        builder.AddContactsSealer(makesKeys: true);
        builder.Services.AddSingleton<Tickets>();
        host = builder.Build();
        Case.SealBytes([]);
        Identifying.SealBytes([]);
        Contacts.SealBytes([]);
    }

    public Dictionary<string, string?> Settings { get; }
    public CaseSealer Case => host.Services.GetRequiredService<CaseSealer>();
    public IdentifyingSealer Identifying => host.Services.GetRequiredService<IdentifyingSealer>();
    public ContactsSealer Contacts => host.Services.GetRequiredService<ContactsSealer>();
    public Tickets Tickets => host.Services.GetRequiredService<Tickets>();

    public void Dispose() => host.Dispose();
}
