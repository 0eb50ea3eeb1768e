using Ceptoar.Contracts.Intake;
using Ceptoar.Directory;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Classification.Labelling;

/// <summary>The lowerings that wait and that the caller may decide about: of its own reports as the source, else as the second person. Oldest first.</summary>
public static class ListLabelChanges
{
    public record Query : IRequest<Page<LabelChangeView>>;

    public static void Map(IEndpointRouteBuilder changes) => changes
        .MapGet("/", (IMediator mediator, CancellationToken ct) => mediator.Send(new Query(), ct));

    public class Handler(ClassificationDb db, CaseVault vault, OwnerKey ownerKey, DirectoryReader directory, Caller caller) : IRequestHandler<Query, Page<LabelChangeView>>
    {
        public async Task<Page<LabelChangeView>> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = ownerKey.Of(caller.OrganisationId);
            var open = await db.Changes.AsNoTracking().Where(c => c.State == LabelChange.Awaiting)
                .Join(db.Decisions.AsNoTracking().ChangeableBy(own, caller), c => new { c.ReportId, Version = c.ReportVersion }, d => new { d.ReportId, d.Version }, (change, label) => new { change, label })
                .Join(db.Set<CaseKey>().AsNoTracking(), o => o.change.ReportId, k => k.CaseId, (o, key) => new { o.change, o.label, key })
                .OrderBy(o => o.change.AskedAt).ToListAsync(cancellationToken);
            var members = await directory.Now(cancellationToken);
            return Paging.Whole(open
                .Select(o => LabelChangeView.Of(o.change, vault.Decrypt<string>(o.key, o.change.Reason), ReportFor(o.label, o.key), o.label, members)));

            CaseFile? ReportFor(LabelDecision label, CaseKey key) =>
                label.Content is { } content && LabelVisibilityRules.MayReadOriginal(label, own) ? vault.Decrypt<LabelledCase>(key, content).Report : null;
        }
    }
}
