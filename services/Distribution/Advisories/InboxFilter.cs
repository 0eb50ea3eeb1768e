using System.Text;
using Ceptoar.Contracts;
using Ceptoar.Hosting.Http;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Advisories;

/// <summary>By what one looks for items in a mailbox; all that are given must fit.</summary>
public record InboxFilter
{
    /// <summary>released, expired or recalled.</summary>
    [FromQuery(Name = "status")] public string? Status { get; init; }
    [FromQuery(Name = "tlp")] public string? Tlp { get; init; }
    [FromQuery(Name = "kind")] public string? Kind { get; init; }
    [FromQuery(Name = "severity")] public string? Severity { get; init; }
    [FromQuery(Name = "sector")] public string? Sector { get; init; }

    /// <summary>unopened, or unconfirmed.</summary>
    [FromQuery(Name = "open")] public string? Open { get; init; }

    /// <summary>Words that number, title, summary, body, lessons, required action, indicators or CVE numbers hold, in any spelling of width and case.</summary>
    [FromQuery(Name = "q")] public string? Q { get; init; }

    const string Unopened = "unopened";
    const string Unconfirmed = "unconfirmed";
    const string Words = "Words";

    /// <summary>What the database makes of the content (0023_search.sql).</summary>
    public static IReadOnlyList<string> Columns { get; } = [nameof(Kind), nameof(Severity), nameof(Sector), Words];

    public sealed class Validator : AbstractValidator<InboxFilter>
    {
        const int LongestSearch = 200;

        public Validator()
        {
            RuleFor(f => f.Status).OneOf([Advisory.Released, Advisory.Expired, Advisory.Recalled]);
            RuleFor(f => f.Tlp).Must(t => t is null || TlpLabels.Parse(t) is not null)
                .WithMessage(_ => Problems.Say("次のいずれかを指定してください: ", "Must be one of: ") + string.Join(", ", TlpLabels.All));
            RuleFor(f => f.Kind).OneOf([.. Taxonomy.Kinds.Select(k => k.Value), .. Template.Codes]);
            RuleFor(f => f.Severity).OneOf([.. Taxonomy.Severities.Select(s => s.Value)]);
            RuleFor(f => f.Sector).OneOf([.. Sectors.All.Select(s => s.Value)]);
            RuleFor(f => f.Open).OneOf([Unopened, Unconfirmed]);
            RuleFor(f => f.Q).MaximumLength(LongestSearch).Plain();
        }
    }

    internal IQueryable<Reading.Found> Of(IQueryable<Reading.Found> mine, DateTimeOffset now)
    {
        if (Status is { } state) mine = mine.Where(f => f.Advisory.State == (state == Advisory.Expired ? Advisory.Released : state));
        if (Status is Advisory.Released) mine = mine.Where(f => f.Advisory.ExpiresAt == null || f.Advisory.ExpiresAt > now);
        if (Status is Advisory.Expired) mine = mine.Where(f => f.Advisory.ExpiresAt <= now);
        if (TlpLabels.Parse(Tlp) is { } tlp) mine = mine.Where(f => f.Advisory.Tlp == tlp);
        if (Kind is { } kind) mine = mine.Where(f => EF.Property<string?>(f.Advisory, nameof(Kind)) == kind);
        if (Severity is { } severity) mine = mine.Where(f => EF.Property<string?>(f.Advisory, nameof(Severity)) == severity);
        if (Sector is { } sector) mine = mine.Where(f => EF.Property<string?>(f.Advisory, nameof(Sector)) == sector);
        if (Open == Unopened) mine = mine.Where(f => f.Row.OpenedAt == null);
        if (Open == Unconfirmed) mine = mine.Where(f => f.Row.ConfirmedAt == null && f.Row.CannotActAt == null);
        foreach (var word in (Q ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            mine = mine.Where(f => EF.Property<string?>(f.Advisory, Words)!.Contains(word));
        }

        return mine;
    }
}
