using System.Collections.Concurrent;
using System.Net.Http.Json;
using Ceptoar.Hosting.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ceptoar.Registry.Tests;

public class SignInLogTests(SignInLogTests.Fixture registry) : IClassFixture<SignInLogTests.Fixture>
{
    [Fact]
    public async Task Neither_secrets_nor_people_stand_in_the_log()
    {
        var person = await Newcomer.Accepted(registry, await registry.Operator("gas"), Role.Operator);
        var tokens = await person.Tokens();
        await person.SignIn(password: person.Password + "x");
        await person.SignIn(recoveryCode: person.RecoveryCodes[0]);
        for (var i = 0; i < 5; i++) await person.SignIn(totp: "000000");
        await person.SignIn();
        await person.Http().PostAsJsonAsync("/api/password-resets", new { email = person.Email });
        var reset = await person.Link("password-reset");
        await person.Http().PostAsJsonAsync("/api/password-resets/redeem", new { token = reset, password = person.Password, recoveryCode = person.RecoveryCodes[1] });
        await registry.Administrator.DeleteAsync($"/api/people/{person.Id}");

        var log = string.Join('\n', registry.Lines);

        Assert.NotEmpty(registry.Lines);
        string[] secrets =
        [
            person.Password, person.Email, person.Email.ToUpperInvariant(), person.Name, person.Secret, reset, await person.Link("invitation"), .. person.RecoveryCodes,
            tokens.GetProperty("accessToken").GetString()!, tokens.GetProperty("refreshToken").GetString()!,
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
    }

    /// <summary>Keeps all that is logged, as far as the service's own filters let it through.</summary>
    public sealed class Fixture : RegistryFixture, ILoggerProvider
    {
        readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => new Logger(lines);

        public void Dispose()
        {
            // the lines are looked at to the end
        }

        protected override void Replace(IServiceCollection services) => services.AddLogging(logging => logging.AddProvider(this).SetMinimumLevel(LogLevel.Trace));

        sealed class Logger(ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull
            {
                lines.Enqueue($"{state}");
                return null;
            }

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
