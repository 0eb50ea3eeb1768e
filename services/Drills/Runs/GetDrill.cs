using Ceptoar.Contracts;
using Ceptoar.Directory;
using Ceptoar.Drills.Campaigns;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Drills.Runs;

/// <summary>A drill, for the centre, its secretariat and its ministry.</summary>
public static class GetDrill
{
    public record Query(Guid DrillId) : IRequest<View?>;

    /// <summary>A drill as the caller may see it.</summary>
    public record View
    {
        public required Guid Id { get; init; }
        public required Guid CampaignId { get; init; }
        public required string Ceptoar { get; init; }
        public required string CeptoarName { get; init; }

        /// <summary>planned, running, closed, stopped or cancelled.</summary>
        public required string State { get; init; }
        public required int Revision { get; init; }
        public required bool Announced { get; init; }

        /// <summary>Of an unannounced one null until it began, but for its controllers.</summary>
        public DateTimeOffset? StartsAt { get; init; }
        public Window? Window { get; init; }
        public required int Minutes { get; init; }
        public required int Pace { get; init; }
        public required Tlp Tlp { get; init; }

        /// <summary>What the CEPTOAR says its own way.</summary>
        public required DrillTextInput Text { get; init; }

        /// <summary>That, and the campaign's where it says nothing.</summary>
        public required DrillTextInput FullText { get; init; }
        public required bool TwoWay { get; init; }
        public required bool WithoutLiaison { get; init; }
        public required bool ContentInMail { get; init; }
        public required string[] ChannelsOff { get; init; }
        public DateTimeOffset? StartedAt { get; init; }
        public DateTimeOffset? ClosesAt { get; init; }
        public DateTimeOffset? EndedAt { get; init; }

        /// <summary>Why it was stopped, or could not begin.</summary>
        public string? StopReason { get; init; }

        /// <summary>How many are chosen, or take part; without the bodies on the way.</summary>
        public required int Participants { get; init; }

        /// <summary>Null until it began.</summary>
        public Guid? AdvisoryId { get; init; }
        public required bool MayConduct { get; init; }

        /// <summary>Whether the caller may change the text and the way.</summary>
        public required bool MayCustomise { get; init; }
    }

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapGet("/{id:guid}", async Task<Results<Ok<View>, NotFound>> (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Query(id), ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound());

    public class Handler(DrillDesk desk) : IRequestHandler<Query, View?>
    {
        public Task<View?> Handle(Query request, CancellationToken cancellationToken) => desk.Look(request.DrillId, cancellationToken);
    }

    internal static View ViewOf(Drill drill, Campaign campaign, int participants, Caller caller, DirectorySnapshot directory) => new()
    {
        Id = drill.Id,
        CampaignId = drill.CampaignId,
        Ceptoar = drill.Ceptoar,
        CeptoarName = NameOf(drill.Ceptoar, directory),
        State = drill.State,
        Revision = drill.Revision,
        Announced = drill.Announced,
        StartsAt = DrillRules.MayKnowMoment(caller, drill, directory) ? drill.StartsAt : null,
        Window = WindowOf(drill),
        Minutes = drill.Minutes,
        Pace = drill.Pace,
        Tlp = drill.Tlp,
        Text = DrillTextInput.Of(drill.Text),
        FullText = DrillTextInput.Of(drill.StartedAt is null ? drill.Text.Over(campaign.Text) : drill.Text),
        TwoWay = drill.TwoWay,
        WithoutLiaison = drill.WithoutLiaison,
        ContentInMail = drill.ContentInMail,
        ChannelsOff = drill.ChannelsOff,
        StartedAt = drill.StartedAt,
        ClosesAt = drill.ClosesAt,
        EndedAt = drill.EndedAt,
        StopReason = drill.StopReasonJa is null ? null : Problems.Say(drill.StopReasonJa, drill.StopReasonEn ?? drill.StopReasonJa),
        Participants = participants,
        AdvisoryId = drill.StartedAt is null ? null : drill.Id,
        MayConduct = DrillRules.MayConduct(caller, directory),
        MayCustomise = DrillRules.MayCustomise(caller, drill, directory),
    };

    /// <summary>The CEPTOAR's name in the caller's language; its code where the directory has none.</summary>
    internal static string NameOf(string ceptoar, DirectorySnapshot directory) => DrillRules.GroupOf(ceptoar, directory) is { } group ? Problems.Say(group.Name, group.NameEn) : ceptoar;

    internal static Window? WindowOf(Drill drill) => drill.Announced ? null : new(drill.WindowFrom, drill.WindowUntil);
}
