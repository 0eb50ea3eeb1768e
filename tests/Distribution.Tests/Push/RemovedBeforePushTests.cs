using System.Collections.Concurrent;
using Ceptoar.Distribution.Channels;
using Ceptoar.Distribution.Push;
using Ceptoar.Distribution.Tests.Channels;
using Ceptoar.Story;
using Ceptoar.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Dispatches = Ceptoar.Distribution.Channels.Dispatch;

namespace Ceptoar.Distribution.Tests.Push;

/// <summary>An organisation is removed after a written advisory was released to it and before anything left for it.</summary>
public class RemovedBeforePushTests(RemovedBeforePushTests.Fixture distribution) : IClassFixture<RemovedBeforePushTests.Fixture>
{
    /// <summary>Distribution that goes on when what runs in its background is stopped.</summary>
    public sealed class Fixture : ChannelsFixture
    {
        protected override void Replace(IServiceCollection services) =>
            services.Configure<HostOptions>(options => options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Whoever_is_removed_between_release_and_push_hears_and_reads_nothing_and_is_sent_no_mail(int removed, bool active)
    {
        var (gone, stays) = (distribution.Directory.Telecom[removed], distribution.Directory.Telecom[5].OrganisationId);
        var (goneAddress, staysAddress) = (ChannelsFixture.NewAddress(), ChannelsFixture.NewAddress());
        await distribution.Reached(gone.OrganisationId, ChannelsFixture.Desk(goneAddress));
        await distribution.Reached(stays, ChannelsFixture.Desk(staysAddress));
        var (goneHears, staysHears) = (new ConcurrentQueue<Heard>(), new ConcurrentQueue<Heard>());
        await using var goneLine = await distribution.Line(gone.OrganisationId, goneHears.Enqueue);
        await using var staysLine = await distribution.Line(stays, staysHears.Enqueue);
        var before = await Released();
        await Heard(goneHears, before);
        await Heard(staysHears, before);

        Guid id;
        long goneMail, staysMail;
        await Of<Pusher>(s => s.StopAsync(CancellationToken.None));
        await Of<SendDispatches>(s => s.StopAsync(CancellationToken.None));
        try
        {
            id = await Released();
            Assert.Contains(gone.OrganisationId, (await distribution.Rows(id)).Select(r => r.MailboxId));
            (goneMail, staysMail) = (await distribution.Post(id, gone.OrganisationId), await distribution.Post(id, stays));
            await distribution.Hears(gone with { Version = 2, Active = active, Ceptoars = active ? [] : gone.Ceptoars });
            Assert.DoesNotContain(id, staysHears.Select(h => h.AdvisoryId));
        }
        finally
        {
            await Of<Pusher>(s => s.StartAsync(CancellationToken.None));
            await Of<SendDispatches>(s => s.StartAsync(CancellationToken.None));
        }

        await Heard(staysHears, id);
        await Heard(staysHears, await Released()); // the pusher has been at every mailbox again
        Assert.Equal([before], goneHears.Select(h => h.AdvisoryId));
        Assert.Null(Assert.Single(await distribution.Rows(id), r => r.MailboxId == gone.OrganisationId).PushedAt);
        Assert.Equal((Dispatches.Dropped, Dispatches.Sent), ((await distribution.Ended(goneMail)).State, (await distribution.Ended(staysMail)).State));
        Assert.Empty(TestMail.Box.To(goneAddress));
        Assert.Single(TestMail.Box.To(staysAddress));
        Assert.Null(await distribution.Read(id, gone.OrganisationId));
        Assert.NotNull(await distribution.Read(id, stays));
        Assert.DoesNotContain(id, await distribution.Listed(gone.OrganisationId));
    }

    Task<Guid> Released() => distribution.Written(distribution.Alert(("template", "hotline"), ("urgency", "urgent")));

    static Task Heard(ConcurrentQueue<Heard> hints, Guid advisory) =>
        ChannelsFixture.Until(() => Task.FromResult(hints.Any(h => h.AdvisoryId == advisory)), "The advisory was not heard of.");

    Task Of<T>(Func<T, Task> act) where T : IHostedService => act(distribution.Services.GetServices<IHostedService>().OfType<T>().Single());
}
