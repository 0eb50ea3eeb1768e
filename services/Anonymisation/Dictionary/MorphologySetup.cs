namespace Ceptoar.Anonymisation.Dictionary;

static class MorphologySetup
{
    /// <summary>
    /// Loads the dictionary of <c>Anonymisation:Dictionary</c> when the service starts; without it the service does not, for the
    /// recognisers would be half blind. To be added before the bus.
    /// </summary>
    public static void AddMorphology(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["Anonymisation:Dictionary"] ?? Morphology.DefaultFolder;
        builder.Services.AddHostedService(_ => new LoadFirst(folder));
    }

    sealed class LoadFirst(string folder) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.Run(() => Morphology.Load(folder), cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
