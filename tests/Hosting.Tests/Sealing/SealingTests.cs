using System.Security.Cryptography;
using Ceptoar.Contracts;
using Ceptoar.Contracts.Intake;
using Ceptoar.Hosting.Database;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Intake;
using Ceptoar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ceptoar.Hosting.Tests.Sealing;

public class SealingTests(ProbeFixture probe) : IClassFixture<ProbeFixture>
{
    [Fact]
    public void Sealed_text_opens_with_its_ring_and_with_no_other()
    {
        var file = Fake.CaseFile();
        var (ofCase, ofDirectory) = (probe.Case.Seal(file), probe.Identifying.Seal(file));

        Assert.Equal(file.Title, probe.Case.Open<CaseFile>(ofCase).Title);
        Assert.Equal(file.Title, probe.Identifying.Open<CaseFile>(ofDirectory).Title);
        Assert.ThrowsAny<CryptographicException>(() => probe.Identifying.Open<CaseFile>(ofCase));
        Assert.ThrowsAny<CryptographicException>(() => probe.Case.Open<CaseFile>(ofDirectory));
    }

    [Fact]
    public void The_service_opens_what_another_service_with_the_same_ring_sealed()
    {
        var service = probe.Services.GetRequiredService<CaseSealer>();

        Assert.Equal("a", service.Open<string>(probe.Case.Seal("a")));
        Assert.Equal("b", probe.Case.Open<string>(service.Seal("b")));
    }

    [Fact]
    public void Sealed_text_that_was_altered_does_not_open()
    {
        var bytes = Convert.FromBase64String(probe.Case.Seal("text").Sealed);

        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            var altered = new SealedText { Sealed = Convert.ToBase64String(bytes) };
            Assert.ThrowsAny<CryptographicException>(() => probe.Case.Open<string>(altered));
            bytes[i] ^= 1;
        }
    }

    [Fact]
    public void The_same_text_is_sealed_differently_each_time() => Assert.NotEqual(probe.Case.Seal("text"), probe.Case.Seal("text"));

    [Fact]
    public void An_owner_key_tells_organisations_apart_and_nothing_else()
    {
        var ownerKey = probe.Services.GetRequiredService<OwnerKey>();
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());

        Assert.Equal(ownerKey.Of(one), ownerKey.Of(one));
        Assert.NotEqual(ownerKey.Of(one), ownerKey.Of(other));
        Assert.NotEqual(SHA256.HashData(one.ToByteArray()), ownerKey.Of(one));
    }

    [Fact]
    public async Task What_is_kept_of_a_case_opens_with_its_key_alone()
    {
        var (one, other) = (await NewKey(), await NewKey());
        await probe.With<CaseVault, bool>(vault =>
        {
            var content = vault.Encrypt(one, "giraffe");
            Assert.Equal("giraffe", vault.Decrypt<string>(one, content));
            Assert.ThrowsAny<CryptographicException>(() => vault.Decrypt<string>(other, content));
            // the key alone is not enough: content is bound to its case
            Assert.ThrowsAny<CryptographicException>(() => vault.Decrypt<string>(new() { CaseId = Guid.NewGuid(), Wrapped = one.Wrapped }, content));
            Assert.DoesNotContain("giraffe", System.Text.Encoding.UTF8.GetString(content), StringComparison.Ordinal);
            content[^1] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => vault.Decrypt<string>(one, content));
            return Task.FromResult(true);
        });
    }

    [Fact]
    public async Task Nothing_finds_a_destroyed_key_again()
    {
        var key = await NewKey();

        await probe.With<CaseVault, bool>(async vault =>
        {
            await vault.Destroy(key.CaseId, CancellationToken.None);
            await vault.Destroy(key.CaseId, CancellationToken.None);
            return true;
        });

        Assert.Null(await probe.With<CaseVault, CaseKey?>(vault => vault.Find(key.CaseId, CancellationToken.None)));
        Assert.Equal(0, await probe.Sql<long>($"select count(*) from case_key where case_id = '{key.CaseId}'"));
    }

    [Fact]
    public async Task A_key_lies_wrapped_in_the_database()
    {
        var key = await NewKey();
        var stored = await probe.Sql<byte[]>($"select wrapped from case_key where case_id = '{key.CaseId}'");

        Assert.True(stored.Length > 32);
        Assert.Equal(32, probe.Case.OpenBytes(stored).Length);
        Assert.ThrowsAny<CryptographicException>(() => probe.Identifying.OpenBytes(stored));
    }

    async Task<CaseKey> NewKey()
    {
        await using var scope = probe.Services.CreateAsyncScope();
        var key = scope.ServiceProvider.GetRequiredService<CaseVault>().NewKey(Guid.NewGuid());
        await scope.ServiceProvider.GetRequiredService<HubDb>().SaveChangesAsync();
        return key;
    }
}
