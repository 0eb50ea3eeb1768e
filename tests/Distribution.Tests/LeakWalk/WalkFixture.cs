using System.Security.Claims;
using Ceptoar.Distribution.Tests.Channels;
using Ceptoar.Hosting.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Distribution.Tests.LeakWalk;

/// <summary>The service of a walk, whose roles can be made to mean nothing.</summary>
public sealed class WalkFixture : ChannelsFixture
{
    public EveryRole Roles { get; } = new();

    protected override void Replace(IServiceCollection services) => services.AddSingleton<IClaimsTransformation>(Roles);

    /// <summary>Gives every role to whoever is signed in, once it is told to.</summary>
    public sealed class EveryRole : IClaimsTransformation
    {
        public bool GivesAll { get; set; }

        public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
        {
            if (GivesAll && principal.Identity is ClaimsIdentity { IsAuthenticated: true } identity) identity.AddClaims(Role.All.Where(r => !principal.IsInRole(r)).Select(r => new Claim(ClaimTypes.Role, r)));
            return Task.FromResult(principal);
        }
    }
}
