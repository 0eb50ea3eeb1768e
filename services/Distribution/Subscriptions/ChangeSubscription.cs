using System.Globalization;
using System.Text;
using Ceptoar.Contracts;
using Ceptoar.Distribution.Advisories;
using Ceptoar.Hosting;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Subscriptions;

/// <summary>What the signed-in person wants mail about.</summary>
public static class GetSubscription
{
    public record Query : IRequest<View>;

    /// <summary><c>UrgentAlways</c>: what is urgent comes at once, whatever hour and mode. Times are HH:mm in Japan.</summary>
    public record View(
        bool Enabled, IReadOnlyList<string> Sectors, IReadOnlyList<string> Kinds, string? SeverityFrom, IReadOnlyList<string> Products, IReadOnlyList<string> Keywords,
        string? QuietFrom, string? QuietUntil, bool UrgentAlways, string Mode, string? DigestAt)
    {
        public static View Of(Subscription s) =>
            new(s.Enabled, s.Filter.Sectors, s.Filter.Kinds, s.Filter.SeverityFrom, s.Filter.Products, s.Filter.Keywords, Text(s.QuietFrom), Text(s.QuietUntil), UrgentAlways: true, s.Mode, Text(s.DigestAt));

        static string? Text(TimeOnly? at) => at?.ToString(ChangeSubscription.TimeOfDay, CultureInfo.InvariantCulture);
    }

    public static void Map(IEndpointRouteBuilder subscriptions) => subscriptions
        .MapGet("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)));

    public class Handler(DistributionDb db, Caller caller) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var person = ChangeSubscription.PersonOf(caller);
            return View.Of(await db.Subscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.PersonId == person, cancellationToken) ?? new() { PersonId = person, OrganisationId = caller.OrganisationId });
        }
    }
}

/// <summary>The signed-in person says what it wants mail about, from now on. What is left out is empty; what is addressed to its organisation stays in the inbox whatever this says.</summary>
public static class ChangeSubscription
{
    public const string TimeOfDay = "HH:mm";

    public record Command(
        bool? Enabled, string[]? Sectors, string[]? Kinds, string? SeverityFrom, string[]? Products, string[]? Keywords, string? QuietFrom, string? QuietUntil, bool? UrgentAlways, string? Mode, string? DigestAt)
        : IRequest<GetSubscription.View>;

    public class Validator : AbstractValidator<Command>
    {
        const int MostWords = 50;
        const int LongestWord = 100;

        public Validator()
        {
            RuleFor(c => c.Enabled).NotNull();
            RuleFor(c => c.SeverityFrom).OneOf(["low", "medium", "high", "critical"]);
            RuleFor(c => c.Mode).OneOf([Subscription.Immediate, Subscription.Digest]);
            RuleFor(c => c.UrgentAlways).NotEqual(false).WithMessage(_ => Problems.Say("至急の情報提供は常に届きます。", "What is urgent always comes."));
            RuleForEach(c => c.Sectors).NotNull().OneOf([.. Contracts.Sectors.All.Select(s => s.Value)]);
            RuleForEach(c => c.Kinds).NotNull().OneOf([.. Taxonomy.Kinds.Select(k => k.Value), .. Template.Codes]);
            RuleFor(c => c.Products).Must(NotTooMany).WithMessage(_ => TooMany);
            RuleFor(c => c.Keywords).Must(NotTooMany).WithMessage(_ => TooMany);
            RuleForEach(c => c.Products).NotEmpty().MaximumLength(LongestWord).Plain().Must(IsText).WithMessage(_ => NoText);
            RuleForEach(c => c.Keywords).NotEmpty().MaximumLength(LongestWord).Plain().Must(IsText).WithMessage(_ => NoText);
            foreach (var at in new System.Linq.Expressions.Expression<Func<Command, string?>>[] { c => c.QuietFrom, c => c.QuietUntil, c => c.DigestAt })
            {
                RuleFor(at).Must(t => t is null || TimeOf(t) is not null).WithMessage(_ => Problems.Say("HH:mm の形式としてください。", "Must be a time of day as HH:mm."));
            }

            RuleFor(c => c.QuietUntil).NotNull().When(c => c.QuietFrom is not null);
            RuleFor(c => c.QuietFrom).NotNull().When(c => c.QuietUntil is not null);
            RuleFor(c => c.QuietUntil).NotEqual(c => c.QuietFrom).When(c => c.QuietFrom is not null).WithMessage(_ => Problems.Say("開始と異なる時刻としてください。", "Must differ from its beginning."));
            RuleFor(c => c.DigestAt).NotNull().When(c => c.Mode == Subscription.Digest);
        }

        static string TooMany => Problems.Say($"{MostWords} 件以内としてください。", $"At most {MostWords}.");

        static string NoText => Problems.Say("文字として読み取れません。", "Is not readable text.");

        static bool NotTooMany(string[]? words) => words is null || words.Length <= MostWords;

        static bool IsText(string? word) => word is null || !word.EnumerateRunes().Contains(Rune.ReplacementChar);
    }

    public static void Map(IEndpointRouteBuilder subscriptions) => subscriptions
        .MapPut("/", async Task<Ok<GetSubscription.View>> (Command command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)));

    public class Handler(DistributionDb db, Caller caller, TimeProvider clock) : IRequestHandler<Command, GetSubscription.View>
    {
        public async Task<GetSubscription.View> Handle(Command request, CancellationToken cancellationToken)
        {
            var (person, organisation) = (PersonOf(caller), caller.OrganisationId);
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into subscription (person_id, organisation_id, enabled, filter, mode, seen, changed_at)
                values ({person}, {organisation}, false, jsonb_build_object(), {Subscription.Immediate}, 0, now()) on conflict do nothing
                """, cancellationToken);
            var subscription = await db.Subscriptions.FromSql($"select * from subscription where person_id = {person} for update").SingleAsync(cancellationToken);
            // what lies in the mailbox already is no news
            if (!subscription.Enabled || subscription.OrganisationId != organisation) subscription.Seen = await db.Database.SqlQuery<long>($"select coalesce(max(last), 0) as \"Value\" from mailbox where id = {organisation}").SingleAsync(cancellationToken);

            subscription.OrganisationId = organisation;
            subscription.Enabled = request.Enabled!.Value;
            subscription.Filter = new() { Sectors = Each(request.Sectors), Kinds = Each(request.Kinds), SeverityFrom = request.SeverityFrom, Products = Each(request.Products), Keywords = Each(request.Keywords) };
            (subscription.QuietFrom, subscription.QuietUntil) = (TimeOf(request.QuietFrom), TimeOf(request.QuietUntil));
            (subscription.Mode, subscription.DigestAt) = (request.Mode ?? Subscription.Immediate, TimeOf(request.DigestAt));
            subscription.ChangedAt = clock.GetUtcNow();
            if (subscription is not { Enabled: true, Mode: Subscription.Digest }) await db.DigestLines.Where(l => l.PersonId == person && l.DispatchId == null).ExecuteDeleteAsync(cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return GetSubscription.View.Of(subscription);
        }

        static string[] Each(string[]? words) => [.. (words ?? []).Distinct(StringComparer.Ordinal)];
    }

    /// <exception cref="RuleViolation">A system is signed in: mail goes to people.</exception>
    public static Guid PersonOf(Caller caller) => caller.PersonId() ?? throw new RuleViolation("配信設定は利用者ごとのものです。システムの資格情報では使えません。", "Subscriptions are people's; a system has none.");

    static TimeOnly? TimeOf(string? text) => TimeOnly.TryParseExact(text, TimeOfDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
}
