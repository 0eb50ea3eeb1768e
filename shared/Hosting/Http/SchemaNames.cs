using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace Ceptoar.Hosting.Http;

/// <summary>Names the schemas of the OpenAPI document by slice: <c>SubmitReportCommand</c>, for every slice has a Command or a View.</summary>
static class SchemaNames
{
    public static string? Of(JsonTypeInfo type) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null ? null : Name(Nullable.GetUnderlyingType(type.Type) ?? type.Type);

    static string Name(Type type)
    {
        if (type.IsArray) return "ArrayOf" + Name(type.GetElementType()!);

        var name = type.DeclaringType is { } slice ? slice.Name + type.Name : type.Name;
        return type.IsGenericType ? name[..name.IndexOf('`', StringComparison.Ordinal)] + "Of" + string.Concat(type.GetGenericArguments().Select(Name)) : name;
    }
}
