namespace Ceptoar.Distribution.Signing;

/// <summary>The public keys of the hub's signatures, as a JWK set (RFC 7517), for anyone.</summary>
public static class GetKeys
{
    public record View(IReadOnlyList<Jwk> Keys);

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/.well-known/advisory-keys.json", (AdvisorySigner signer) => TypedResults.Ok(new View(signer.Keys))).ExcludeFromDescription();
}
