using Ceptoar.Hosting.SignIn;
using FluentValidation;
using MediatR;

namespace Ceptoar.Drills.Consents;

/// <summary>An organisation says itself whether it takes part in drills. It may change its mind; a drill that runs goes on as it began.</summary>
public static class GiveConsent
{
    public record Command(bool? Agreed) : IRequest<GetConsent.View>;

    public class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Agreed).NotNull();
    }

    public static void Map(IEndpointRouteBuilder drills) => drills
        .MapPut("/consent", (Command command, IMediator mediator, CancellationToken ct) => mediator.Send(command, ct));

    public class Handler(ConsentBook book, Caller caller) : IRequestHandler<Command, GetConsent.View>
    {
        public async Task<GetConsent.View> Handle(Command request, CancellationToken cancellationToken)
        {
            var own = caller.OrganisationId;
            var held = await book.Held([own], cancellationToken);
            await book.Record([new(own, request.Agreed!.Value, How: null)], held, cancellationToken);
            return new(held[own].Agreed, held[own].How, held[own].At);
        }
    }
}
