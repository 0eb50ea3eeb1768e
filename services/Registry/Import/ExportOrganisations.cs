using System.Text;
using Ceptoar.Contracts.Registry;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Audit;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Organisations;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Import;

/// <summary>The active organisations that the caller may see as CSV (UTF-8 with BOM, or Shift_JIS) that can be imported again; identifying strings for administrators only.</summary>
public static class ExportOrganisations
{
    const string ShiftJis = "shift_jis";

    /// <summary><c>Charset</c>: utf-8 (the default, with BOM) or shift_jis, in which a character that it lacks becomes 〓.</summary>
    public record Query(string? Charset) : IRequest<string>;

    public class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Charset).OneOf(["utf-8", ShiftJis]);
    }

    public static void Map(IEndpointRouteBuilder organisations) => organisations
        .MapGet("/export", async Task<FileContentHttpResult> (string? charset, IMediator mediator, CancellationToken ct) =>
        {
            var csv = await mediator.Send(new Query(charset), ct);
            return charset == ShiftJis
                ? TypedResults.File(CodePagesEncodingProvider.Instance.GetEncoding(932, new EncoderReplacementFallback("〓"), DecoderFallback.ReplacementFallback)!.GetBytes(csv), "text/csv; charset=shift_jis", "organisations.csv")
                : TypedResults.File(Encoding.UTF8.GetBytes("\uFEFF" + csv), "text/csv; charset=utf-8", "organisations.csv");
        });

    public class Handler(RegistryDb db, Caller caller, IdentifyingSealer sealer) : IRequestHandler<Query, string>
    {
        public async Task<string> Handle(Query request, CancellationToken cancellationToken)
        {
            var administrator = caller.Is(Role.Administrator);
            var columns = DirectoryColumns.All.Where(c => administrator || !c.Identifying).ToArray();
            var csv = new StringBuilder(CsvText.Write(columns.Select(c => c.Name).Prepend(DirectoryColumns.Id)));
            foreach (var organisation in await db.VisibleTo(caller).AsNoTracking().Where(o => o.Active).OrderBy(o => o.Number).ToListAsync(cancellationToken))
            {
                var details = DirectoryColumns.Details(organisation, administrator ? organisation.IdentifiedBy(sealer) : new IdentifyingStrings());
                csv.Append(CsvText.Write(columns.Select(c => CsvCell.Guarded(c.Cell(details))).Prepend(organisation.Id.ToString())));
            }

            await db.AuditNow(AuditActions.OrganisationExported, detail: administrator ? "withIdentifying" : null);
            return csv.ToString();
        }
    }
}
