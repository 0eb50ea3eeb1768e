using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.SignIn;
using Ceptoar.Registry.Ceptoars;
using Ceptoar.Registry.Organisations;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Attestation;

/// <summary>Who was to confirm its entries by now and did not: for the centre, and a secretariat's own members.</summary>
public static class ListLateAttestations
{
    public record Query(string? Ceptoar, string? After, int? Limit) : IRequest<Page<View>>;

    public record View(Guid OrganisationId, string Name, string[] Ceptoars, string Reason, string? Note, DateTimeOffset Due, DateTimeOffset? RemindedAt);

    public class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.Cursor(q => q.After, q => q.Limit);
            RuleFor(q => q.Ceptoar).OneOf([.. CeptoarTable.All.Select(c => c.Code)]);
        }
    }

    public static void Map(IEndpointRouteBuilder attestations) => attestations
        .MapGet("/late", (string? ceptoar, string? after, int? limit, IMediator mediator, CancellationToken ct) => mediator.Send(new Query(ceptoar, after, limit), ct));

    public class Handler(RegistryDb db, Caller caller, TimeProvider clock) : IRequestHandler<Query, Page<View>>
    {
        public async Task<Page<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var (now, ceptoar) = (clock.GetUtcNow(), request.Ceptoar);
            var late = from task in db.AttestationTasks.AsNoTracking()
                       join organisation in db.VisibleTo(caller) on task.OrganisationId equals organisation.Id
                       where organisation.Active && task.DoneAt == null && task.Due < now
                           && (ceptoar == null || organisation.Ceptoars.Contains(ceptoar) || organisation.SecondHop.Contains(ceptoar))
                       select new { Task = task, organisation.Name, organisation.Ceptoars };
            var page = Paging.Position(request.After) is { } after ? late.Where(l => l.Task.Number > after).OrderBy(l => l.Task.Number) : late.OrderByDescending(l => l.Task.Number);
            var found = await page.Take(request.Limit ?? Paging.DefaultLimit).ToListAsync(cancellationToken);

            var next = found.Count == 0 ? request.After : Paging.Cursor(found.Max(l => l.Task.Number));
            return new([.. found.Select(l => new View(l.Task.OrganisationId, l.Name, l.Ceptoars, l.Task.Reason, l.Task.Note, l.Task.Due, l.Task.RemindedAt))], next);
        }
    }
}
