using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Groups;
using Ceptoar.Registry.Organisations;
using Ceptoar.Registry.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ceptoar.Registry.Seeding;

/// <summary>
/// Brings in what every hub has: the centre, the ministries, the secretariats, the groups and the first administrator. What is
/// there stays as administrators left it; only the centre's name, the groups and that administrator follow settings and tables.
/// </summary>
public sealed class SeedDirectory(IServiceScopeFactory scopes) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Seed(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task Seed(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Work>().Run(ct);
    }

    public sealed class Work(RegistryDb db, IdentifyingSealer sealer, IOptions<RegistrySettings> settings, TimeProvider clock)
    {
        public async Task Run(CancellationToken ct)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await db.OneWriterAtATime(ct);

            await SeedCentre(ct);
            foreach (var ministry in MinistryTable.All) await SeedMinistry(ministry, ct);
            foreach (var ceptoar in CeptoarTable.All.Where(c => c.Body is not null)) await SeedSecretariat(ceptoar, ceptoar.Body!, ct);
            await db.SaveChangesAsync(ct); // a group names its secretariat
            await CountProposals(ct);
            for (var i = 0; i < GroupTable.All.Count; i++) await SeedGroup(GroupTable.All[i], i, ct);
            if (settings.Value.Bootstrap is { } bootstrap) await SeedAdministrator(bootstrap, ct);

            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        async Task SeedCentre(CancellationToken ct)
        {
            var details = new OrganisationDetails { Name = settings.Value.CentreName, NameEn = settings.Value.CentreNameEn, Kind = OrganisationKind.Centre };
            if (await db.Organisations.FindAsync([WellKnownId.Centre], ct) is not { } centre)
            {
                Add(WellKnownId.Centre, details, settings.Value.CentreNameEn);
                return;
            }

            if (centre.Name == details.Name && centre.NameEn == details.NameEn) return;

            var known = centre.IdentifiedBy(sealer);
            var named = centre.Describe(details with { Sectors = centre.Sectors, Ceptoars = centre.Ceptoars, Prefecture = centre.Prefecture, Size = centre.Size }, active: true);
            if (named) db.Publish(centre.Changed());
            if (centre.Identify(known, sealer)) db.Publish(centre.StringsChanged());
        }

        async Task SeedMinistry(MinistryFacts ministry, CancellationToken ct)
        {
            if (await db.Organisations.AnyAsync(o => o.Id == ministry.Id, ct)) return;

            var details = new OrganisationDetails { Name = ministry.Name, NameEn = ministry.NameEn, Kind = OrganisationKind.Ministry, Sectors = ministry.Sectors, Ceptoars = ministry.Ceptoars, Prefecture = "tokyo" };
            Add(ministry.Id, details, ministry.NameEn, ministry.Code);
        }

        async Task SeedSecretariat(CeptoarFacts ceptoar, SecretariatFacts body, CancellationToken ct)
        {
            if (await db.Organisations.AnyAsync(o => o.Id == ceptoar.SecretariatId, ct)) return;

            var details = new OrganisationDetails { Name = body.Name, NameEn = body.NameEn, Kind = OrganisationKind.Secretariat, Ceptoars = [ceptoar.Code], Prefecture = "tokyo" };
            Add(ceptoar.SecretariatId, details, body.NameEn);
        }

        void Add(Guid id, OrganisationDetails details, params string[] aliases)
        {
            var organisation = new Organisation { Id = id, Kind = details.Kind!, RegisteredAt = clock.GetUtcNow() };
            organisation.Describe(details, active: true);
            organisation.Identify(new() { Aliases = aliases }, sealer);
            db.Add(organisation);
            db.Publish(organisation.Changed());
            db.Publish(organisation.StringsChanged());
        }

        /// <summary>What was registered before there were proposals is searched for under the proposed names too.</summary>
        async Task CountProposals(CancellationToken ct)
        {
            foreach (var organisation in await db.Organisations.Where(o => o.IdentifyingOwn == null).ToListAsync(ct))
            {
                if (organisation.Identify(organisation.IdentifiedBy(sealer), sealer)) db.Publish(organisation.StringsChanged());
            }
        }

        async Task SeedGroup(GroupFacts facts, int position, CancellationToken ct)
        {
            var group = await db.Groups.FindAsync([facts.Id], ct);
            if (group is null) db.Add(group = new() { Id = facts.Id });
            if (group.Set(facts, position)) db.Publish(group.Changed());
        }

        async Task SeedAdministrator(RegistrySettings.BootstrapClient bootstrap, CancellationToken ct)
        {
            var hash = Client.Hash(bootstrap.ClientSecret);
            if (await db.Clients.FindAsync([bootstrap.ClientId], ct) is { } client)
            {
                if (client.SecretHash.AsSpan().SequenceEqual(hash)) return; // revoked, it comes back with a new secret only

                (client.SecretHash, client.RevokedAt) = (hash, null);
                db.Audit(AuditActions.ClientRotated, $"client/{client.Id}", $"role={client.Role}");
            }
            else
            {
                db.Audit(AuditActions.ClientAdded, $"client/{bootstrap.ClientId}", $"role={Role.Administrator}");
                db.Add(new Client
                {
                    Id = bootstrap.ClientId,
                    OrganisationId = WellKnownId.Centre,
                    Role = Role.Administrator,
                    Name = "bootstrap",
                    SecretHash = hash,
                    CreatedAt = clock.GetUtcNow(),
                });
            }
        }
    }
}

public static class SeedingSetup
{
    public static void AddSeeding(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<RegistrySettings>().BindConfiguration("Registry")
            .Validate(s => s.IsUsable, $"Registry:PublicUrl must be an http or https address; Registry:Bootstrap needs a ClientId of printable ASCII and a ClientSecret of at least {RegistrySettings.BootstrapClient.MinSecret} characters.")
            .ValidateOnStart();
        builder.Services.AddScoped<SeedDirectory.Work>();
        builder.Services.AddSingleton<SeedDirectory>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SeedDirectory>());
    }
}
