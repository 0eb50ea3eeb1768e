using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ceptoar.Distribution.Signing;
using Ceptoar.Hosting.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Distribution.Tests.Signing;

/// <summary>Each version is signed as it is issued, and anyone with the published key can verify it.</summary>
public class SignatureTests(DistributionFixture distribution) : IClassFixture<DistributionFixture>
{
    Guid Reader => distribution.Directory.Telecom[0].OrganisationId;

    [Fact]
    public async Task What_is_signed_is_what_recipients_read_and_verifies_with_the_published_key()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, "件名", "本文<script>"));

        var signed = await Signed(id);

        Assert.True(Verifies(signed, await Keys()));
        var document = JsonNode.Parse(signed.Document)!;
        var read = (await distribution.Read(id, Reader))!.Value;
        Assert.Equal((id.ToString(), 2, "released", "AMBER"), ((string)document["advisoryId"]!, (int)document["version"]!, (string)document["state"]!, (string)document["tlp"]!));
        Assert.Equal((read.GetProperty("title").GetString(), read.GetProperty("body").GetString()), ((string)document["content"]!["titleJa"]!, (string)document["content"]!["body"]!));
        Assert.DoesNotContain(flash.SourceId.ToString(), signed.Document, StringComparison.Ordinal);
        foreach (var organisation in distribution.Everyone) Assert.DoesNotContain(organisation.ToString(), signed.Document, StringComparison.Ordinal);
        Assert.DoesNotContain(distribution.Telecom.ToString(), signed.Document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_wrote_is_signed_with_all_its_fields_its_correction_and_its_recall()
    {
        var alert = distribution.Alert(
            ("addressee", "情報システム部門責任者 各位"), ("lessons", "教訓その一"),
            ("references", new object[] { new { cve = "CVE-2021-44228", cvssVector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", cvssScore = 10.0 } }));
        var id = await distribution.Drafted(alert, Role.Secretariat);
        var author = distribution.Http(Role.Secretariat, distribution.BodyOf(Role.Secretariat));
        byte[] bytes = [1, 2, 3];
        using var file = new ByteArrayContent(bytes);
        (await author.PostAsync($"/api/advisories/{id}/attachments?name=a.txt", file)).EnsureSuccessStatusCode();
        (await distribution.Release(id, revision: 2, Role.Secretariat)).EnsureSuccessStatusCode();

        var first = await Signed(id);
        var content = JsonNode.Parse(first.Document)!["content"]!;
        Assert.Equal(("情報システム部門責任者 各位", "教訓その一"), ((string)content["addressee"]!, (string)content["lessons"]!));
        Assert.Equal(("CVE-2021-44228", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", 10m), ((string)content["references"]![0]!["cve"]!, (string)content["references"]![0]!["cvssVector"]!, (decimal)content["references"]![0]!["cvssScore"]!));
        Assert.Equal(("a.txt", Convert.ToHexStringLower(SHA256.HashData(bytes))), ((string)content["attachments"]![0]!["name"]!, (string)content["attachments"]![0]!["sha256"]!));

        var correction = DistributionFixture.Correction(revision: 2, "訂正した件名");
        correction["lessons"] = "教訓その二";
        (await author.PostAsJsonAsync($"/api/advisories/{id}/versions", correction)).EnsureSuccessStatusCode();
        var second = await Signed(id);
        content = JsonNode.Parse(second.Document)!["content"]!;
        Assert.Equal(("訂正した件名", "教訓その二", "a.txt"), ((string)content["titleJa"]!, (string)content["lessons"]!, (string)content["attachments"]![0]!["name"]!));
        Assert.Null(content["addressee"]);

        (await distribution.Recall(id, "誤報でした")).EnsureSuccessStatusCode();
        var third = await Signed(id);
        Assert.Null(JsonNode.Parse(third.Document)!["content"]);
        var keys = await Keys();
        Assert.Equal([1, 2, 3], new[] { first, second, third }.Select(s => (int)JsonNode.Parse(s.Document)!["version"]!));
        Assert.All([first, second, third], s => Assert.True(Verifies(s, keys)));
        Assert.False(Verifies(second with { Signature = first.Signature }, keys));
    }

    [Fact]
    public async Task A_changed_letter_another_key_or_another_signature_do_not_verify()
    {
        var (one, other) = (await Signed(await distribution.Released(distribution.Flash())), await Signed(await distribution.Released(distribution.Flash())));
        var keys = await Keys();

        Assert.False(Verifies(one with { Document = one.Document.Replace("high", "low", StringComparison.Ordinal) }, keys));
        Assert.False(Verifies(one with { Signature = other.Signature }, keys));
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.False(Verifies(one with { Signature = Convert.ToBase64String(foreign.SignData(Encoding.UTF8.GetBytes(one.Document), HashAlgorithmName.SHA256)) }, keys));
    }

    [Fact]
    public async Task A_recall_is_signed_too_and_the_signed_content_of_earlier_versions_is_gone()
    {
        var flash = distribution.Flash();
        var id = await distribution.Released(flash);
        await distribution.Hears(DistributionFixture.Narrative(flash, body: "消えるべき本文"));
        await distribution.Recall(id, "誤報でした");

        var signed = await Signed(id);

        Assert.True(Verifies(signed, await Keys()));
        var document = JsonNode.Parse(signed.Document)!;
        Assert.Equal(("recalled", "誤報でした", 3), ((string)document["state"]!, (string)document["recallReason"]!, (int)document["version"]!));
        Assert.Null(document["content"]);
        var kept = await distribution.Db<DistributionDb, AdvisorySignature[]>(db => db.Signatures.AsNoTracking().Where(s => s.AdvisoryId == id).ToArrayAsync());
        Assert.DoesNotContain("消えるべき", Encoding.UTF8.GetString(Assert.Single(kept).Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_says_which_is_genuine()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("ceptoar-signature-");
        try
        {
            var id = await distribution.Released(distribution.Flash());
            var (file, forged, keys) = (Path.Combine(folder.FullName, "a.json"), Path.Combine(folder.FullName, "b.json"), Path.Combine(folder.FullName, "keys.json"));
            var answer = await distribution.Http(Role.Operator, Reader).GetStringAsync($"/api/advisories/{id}/signature");
            await File.WriteAllTextAsync(file, answer);
            await File.WriteAllTextAsync(forged, answer.Replace("high", "low", StringComparison.Ordinal));
            await File.WriteAllTextAsync(keys, await distribution.Http().GetStringAsync("/.well-known/advisory-keys.json"));

            var (genuine, says) = await Command(file, keys);

            Assert.Equal(0, genuine);
            Assert.Contains((await distribution.Advisory(id)).Number, says, StringComparison.Ordinal);
            Assert.Equal(1, (await Command(forged, keys)).Code);
            Assert.Equal(2, (await Command(keys, keys)).Code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_key_of_another_curve_is_refused_and_an_earlier_one_is_still_published()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("ceptoar-signature-");
        try
        {
            var (now, earlier, other) = (Path.Combine(folder.FullName, "now"), Path.Combine(folder.FullName, "earlier"), Path.Combine(folder.FullName, "other"));
            using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256)) File.WriteAllText(now, key.ExportECPrivateKeyPem());
            using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256)) File.WriteAllText(earlier, key.ExportSubjectPublicKeyInfoPem());
            using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP384)) File.WriteAllText(other, key.ExportECPrivateKeyPem());

            using var signer = new AdvisorySigner(Microsoft.Extensions.Options.Options.Create(new SigningSettings { Key = now, Earlier = [earlier] }));
            Assert.Equal(2, signer.Keys.Select(k => k.Kid).Distinct().Count());
            Assert.Throws<InvalidOperationException>(() => new AdvisorySigner(Microsoft.Extensions.Options.Options.Create(new SigningSettings { Key = other })));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static bool Verifies(GetSignature.View signed, Jwk[] keys)
    {
        var jwk = keys.Single(k => k.Kid == signed.KeyId);
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new() { X = System.Buffers.Text.Base64Url.DecodeFromChars(jwk.X), Y = System.Buffers.Text.Base64Url.DecodeFromChars(jwk.Y) },
        });
        return key.VerifyData(Encoding.UTF8.GetBytes(signed.Document), Convert.FromBase64String(signed.Signature), HashAlgorithmName.SHA256);
    }

    async Task<GetSignature.View> Signed(Guid id) => (await distribution.Http(Role.Operator, Reader).GetFromJsonAsync<GetSignature.View>($"/api/advisories/{id}/signature"))!;

    async Task<Jwk[]> Keys() => (await distribution.Http().GetFromJsonAsync<JsonElement>("/.well-known/advisory-keys.json")).GetProperty("keys").Deserialize<Jwk[]>(JsonSerializerOptions.Web)!;

    static async Task<(int Code, string Says)> Command(string file, string keys)
    {
        var repository = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(repository, "CeptoarHub.sln"))) repository = Path.GetDirectoryName(repository)!;
        using var process = Process.Start(new ProcessStartInfo("python3", [Path.Combine(repository, "infra", "verify-advisory.py"), file, keys]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var says = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, says);
    }
}
