using System.Security.Cryptography;
using System.Text.Json;
using Ceptoar.Contracts.Anonymisation;

namespace Ceptoar.Anonymisation.Renditions;

/// <summary>What an approval is bound to.</summary>
public static class RenditionHash
{
    static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web);

    /// <summary>The same of an attached file's name and text.</summary>
    public static string Of(string name, string text) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { name, text }, Canonical)));

    /// <summary>Lower-case hex SHA-256 of title, body and flash as JSON: members in the order of the contract, no white space, UTF-8.</summary>
    public static string Of(string title, string body, Flash flash) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { title, body, flash }, Canonical)));
}
