using Ceptoar.Drills.Measures;

namespace Ceptoar.Drills.Reports;

/// <summary>What figures are made of: a drill as it was measured, or as it was simulated.</summary>
/// <param name="Begin">When it began.</param>
/// <param name="Pace">How much faster than life it ran.</param>
/// <param name="Measures">Of those whom it reached.</param>
/// <param name="Hops">Of the bodies that relay.</param>
/// <param name="Waiting">Participants whom it did not reach, with the stage at which they stand.</param>
public sealed record PlayedDrill(DateTimeOffset Begin, int Pace, IReadOnlyCollection<Measure> Measures, IReadOnlyCollection<MeasuredHop> Hops, IReadOnlyDictionary<Guid, string> Waiting)
{
    /// <summary>Channels that it did without; hub: nothing was hinted.</summary>
    public IReadOnlyCollection<string> ChannelsOff { get; init; } = [];

    /// <summary>Seconds of life from its begin; a clock that stood behind makes none of them negative.</summary>
    public double? Seconds(DateTimeOffset? at) => at is { } moment ? Math.Max(0, (moment - Begin).TotalSeconds * Pace) : null;
}
