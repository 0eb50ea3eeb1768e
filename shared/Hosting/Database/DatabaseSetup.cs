using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Ceptoar.Hosting.Database;

/// <summary>Gives a service its database: <c>ConnectionStrings:Database</c>, migrated before anything else starts.</summary>
public static class DatabaseSetup
{
    /// <summary>Statements a connection keeps prepared.</summary>
    const int Prepared = 100;

    public static void AddHubDatabase<TDb>(this IHostApplicationBuilder builder) where TDb : HubDb
    {
        builder.Services.AddSingleton(services =>
        {
            var connection = services.GetRequiredService<IConfiguration>().GetConnectionString("Database");
            var source = new NpgsqlDataSourceBuilder(connection ?? "Host=not-configured");
            source.ConnectionStringBuilder.IncludeErrorDetail = false; // a violated constraint would tell the row in the log
            // to parse and plan the same sentences anew took longer than to run them
            source.ConnectionStringBuilder.MaxAutoPrepare = Prepared;
            // nothing needs to be reset, for nothing is left in a session: settings and locks hold for a transaction
            source.ConnectionStringBuilder.NoResetOnClose = true;
            return source.Build();
        });
        builder.Services.AddSingleton<CommitSignal>();
        // not pooled: who calls (AuditTrail) is found by the scope a context was made in
        builder.Services.AddDbContext<TDb>((services, options) => options
            .UseNpgsql(services.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(services.GetRequiredService<CommitSignal>()));
        builder.Services.AddScoped<HubDb>(services => services.GetRequiredService<TDb>());
        builder.Services.AddHostedService<MigrateFirst<TDb>>();
    }

    sealed class MigrateFirst<TDb>(NpgsqlDataSource database) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Migrations.Apply(database, typeof(TDb).Assembly, cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
