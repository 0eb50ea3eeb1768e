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
        model.Entity<DirectoryGroup>().HasKey(g => g.Id);
    }
}
