using Ceptoar.Hosting.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ceptoar.Directory;

/// <summary>Gives a service its own copy of Registry's directory.</summary>
public static class DirectorySetup
{
    public static void AddDirectory(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DirectoryCache>();
        builder.Services.AddScoped<DirectoryReader>();
        builder.Services.AddHostedService<AskForDirectory>();
    }

    /// <summary>The tables of the directory in the service's model.</summary>
    public static void HasDirectory(this ModelBuilder model)
    {
        model.Entity<DirectoryOrganisation>().HasKey(o => o.Id);
        model.Entity<DirectoryGroup>(group =>
        {
            group.HasKey(g => g.Id);
            group.Property(g => g.Members).HasConversion<CircleText>();
            group.Property(g => g.Except).HasConversion<CircleText>();
            group.Ignore(g => g.Rule);
        });
    }
}
