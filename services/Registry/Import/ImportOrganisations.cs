using System.Globalization;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Import;

/// <summary>
/// Takes over a directory from CSV, all of it or nothing: where a line is refused the answer is 200 with <c>applied: false</c>, for
/// the report on the lines is the answer. The same file again changes nothing. A secretariat brings in operators of its CEPTOARs.
/// </summary>
public static class ImportOrganisations
{
    public const int MaxLines = 50_000;

    public record Command(string Csv, bool DryRun, bool All) : IRequest<Report>;

    /// <summary><c>Applied</c>: whether it is done now. <c>Lines</c> leaves out unchanged ones unless all were asked for.</summary>
    public record Report(bool DryRun, bool Applied, int Added, int Changed, int Unchanged, int Refused, IReadOnlyList<LineReport> Lines);

    /// <summary><c>Outcome</c>: added, changed, unchanged or refused. <c>Fields</c>: the columns that change.</summary>
    public record LineReport(int Line, string? Name, string Outcome)
    {
        public IReadOnlyList<string>? Fields { get; init; }
        public IReadOnlyList<FieldError>? Errors { get; init; }
        public IReadOnlyList<Warning>? Warnings { get; init; }
    }

    public record FieldError(string Field, string Message);

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapPost("/import", async (HttpRequest request, bool? dryRun, bool? all, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new Command(await CsvBody.Read(request, ct), dryRun ?? false, all ?? false), ct))
        .WithMetadata(new RequestSizeLimitAttribute(CsvBody.MaxBytes));

    public class Handler(RegistryDb db, Caller caller, IdentifyingSealer sealer, MarksCache marks, TimeProvider clock) : IRequestHandler<Command, Report>
    {
        public async Task<Report> Handle(Command request, CancellationToken cancellationToken)
        {
            var table = CsvTable.Read(request.Csv);
            await db.OneWriterAtATime(cancellationToken);
            var now = clock.GetUtcNow();
            var administrator = caller.Is(Role.Administrator);
            var import = new ImportRules(
                await db.Organisations.ToListAsync(cancellationToken),
                administrator ? null : [.. await db.ManagedBy(caller).Select(o => o.Id).ToListAsync(cancellationToken)],
                administrator ? [] : await db.CeptoarsRunBy(caller).ToListAsync(cancellationToken),
                sealer, now);
            var lines = table.Lines.Select(line => import.Take(table, line)).ToList();
            await Warn(lines, administrator, cancellationToken);

            var refused = lines.Count(l => l.Report.Outcome == "refused");
            var applied = refused == 0 && !request.DryRun;
            if (applied) await Save(lines, string.Create(CultureInfo.InvariantCulture, $"added={Count("added")} changed={Count("changed")}"), now, cancellationToken);
            else
            {
                db.ChangeTracker.Clear(); // nothing half done, whoever saves next
                await db.AuditNow(AuditActions.OrganisationImported, detail: "nothing applied"); // it told all the same what is taken
            }

            return new(request.DryRun, applied, Count("added"), Count("changed"), Count("unchanged"), refused,
                [.. lines.Select(l => l.Report).Where(r => request.All || r.Outcome != "unchanged")]);

            int Count(string outcome) => lines.Count(l => l.Report.Outcome == outcome);
        }

        /// <summary>What the lines have in common with one another or with others.</summary>
        async Task Warn(List<ImportedLine> lines, bool naming, CancellationToken ct)
        {
            var all = (await marks.Now(db, sealer, ct)).ToDictionary(m => m.OrganisationId);
            var taken = new List<(int Index, Marks Marks, Contracts.Registry.IdentifyingStrings Strings)>();
            for (var i = 0; i < lines.Count; i++)
            {
                if (lines[i].Organisation is not { } organisation || lines[i].Report.Outcome == "unchanged") continue;

                var strings = organisation.IdentifiedBy(sealer);
                taken.Add((i, all[organisation.Id] = Marks.Of(organisation, strings), strings));
            }

            var everyone = new MarksIndex(all.Values);
            foreach (var (index, own, strings) in taken)
            {
                var warnings = WarningRules.Check(own, strings, everyone.Alike(own), naming);
                if (warnings.Count > 0) lines[index] = lines[index] with { Report = lines[index].Report with { Warnings = [.. warnings.Select(w => w with { Field = ImportRules.Column(w.Field) })] } };
            }
        }

        async Task Save(List<ImportedLine> lines, string counts, DateTimeOffset now, CancellationToken ct)
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false; // each look at an entry would search all of them
            foreach (var line in lines)
            {
                if (line.Organisation is not { } organisation || line.Report.Outcome == "unchanged") continue;

                db.Remember(organisation, caller.Subject, now);
                if (line.Report.Outcome == "added") db.Add(organisation);
            }

            db.Audit(AuditActions.OrganisationImported, detail: counts);
            db.PublishPages(lines.Where(l => l.Described).Select(l => l.Organisation!), themselves: true, strings: false);
            db.PublishPages(lines.Where(l => l.Identified).Select(l => l.Organisation!), themselves: false, strings: true);
            db.ChangeTracker.DetectChanges();
            await db.SaveChangesAsync(ct);
        }
    }
}

/// <summary>What became of a line: the organisation as it then is, and what of it the others must hear.</summary>
sealed record ImportedLine(ImportOrganisations.LineReport Report, Organisation? Organisation, bool Described, bool Identified);
