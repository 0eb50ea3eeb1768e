using Ceptoar.Hosting.Http;
using Ceptoar.Registry.Ceptoars;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ceptoar.Registry.Contacts;

/// <summary>The channels by which a CEPTOAR reaches its members, in their order.</summary>
public static class GetCeptoarChannels
{
    public record View(int Position, string Channel, string Name);

    public static void Map(IEndpointRouteBuilder ceptoars) => ceptoars
        .MapGet("/{code}/channels", Results<Ok<Page<View>>, NotFound> (string code) => CeptoarTable.Find(code) is { } ceptoar
            ? TypedResults.Ok(Paging.Whole(ChannelTable.Of(ceptoar.Code).Select((channel, i) => new View(i + 1, channel, Channel.Name(channel)))))
            : TypedResults.NotFound());
}
