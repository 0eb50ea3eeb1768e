using System.Reflection;
using System.Xml.Linq;
using Ceptoar.Anonymisation;
using Ceptoar.Classification;
using Ceptoar.Contracts;
using Ceptoar.Distribution;
using Ceptoar.Drills;
using Ceptoar.Intake;
using Ceptoar.Registry;
using MassTransit;

namespace Ceptoar.Architecture.Tests;

/// <summary>The few things that hold for all services, as tables over them. A new service is a line in <see cref="Services"/> and a project reference.</summary>
public class HubTests
{
    static readonly Assembly[] All =
    [
        typeof(AnonymisationDb).Assembly,
        typeof(ClassificationDb).Assembly,
        typeof(DistributionDb).Assembly,
        typeof(DrillsDb).Assembly,
        typeof(IntakeDb).Assembly,
        typeof(RegistryDb).Assembly,
    ];

    static readonly Assembly Contracts = typeof(Tlp).Assembly;
    static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<string> Services => [.. All.Select(NameOf)];

    public static TheoryData<string> Messages => [.. Types().Where(IsMessage).Select(t => t.FullName!)];

    public static TheoryData<string> Consumers => [.. All.SelectMany(ConsumersOf).Select(t => t.AssemblyQualifiedName!).Distinct()];

    [Fact]
    public void Every_service_stands_in_the_table() =>
        Assert.Equal(System.IO.Directory.GetFiles(Path.Combine(Repository(), "services"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal), All.Select(NameOf).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Services))]
    public void No_service_references_another(string service)
    {
        var assembly = All.Single(a => NameOf(a) == service);
        Assert.DoesNotContain(assembly.GetReferencedAssemblies(), a => All.Any(other => other.GetName().Name == a.Name));

        var project = XDocument.Load(Path.Combine(Repository(), "services", service, service + ".csproj"));
        Assert.All(project.Descendants("ProjectReference").Select(r => r.Attribute("Include")!.Value), path => Assert.StartsWith(@"..\..\shared\", path, StringComparison.Ordinal));
    }

    [Fact]
    public void Contracts_reference_only_the_framework()
    {
        Assert.All(Contracts.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));

        var project = XDocument.Load(Path.Combine(Repository(), "shared", "Contracts", "Contracts.csproj"));
        Assert.DoesNotContain(project.Descendants(), e => e.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference");
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_is_a_flat_record(string message)
    {
        var type = Contracts.GetType(message, throwOnError: true)!;

        Assert.Equal(typeof(object), type.BaseType);
        Assert.All(type.GetInterfaces(), i => Assert.Equal(typeof(IEquatable<>).MakeGenericType(type), i));
        Assert.NotNull(type.GetMethod("<Clone>$"));
        Assert.True(type.GetConstructor(Type.EmptyTypes) is not null || IsPartOfSealed(type), $"{message} must be made without arguments");
        Assert.Matches("^Ceptoar\\.Contracts(\\.[A-Z][A-Za-z]+)?$", type.Namespace);
        Assert.All(Fields(type), field =>
        {
            Assert.True(field.SetMethod is { } set && set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)), $"{message}.{field.Name} is not init");
            Assert.True(Flat(field.PropertyType), $"{message}.{field.Name} is a {field.PropertyType.Name}");
        });
    }

    [Theory]
    [MemberData(nameof(Consumers))]
    public void A_consumer_hears_one_message_and_says_so_in_its_name(string consumer)
    {
        var type = Type.GetType(consumer, throwOnError: true)!;

        var heard = Assert.Single(type.GetInterfaces(), IsConsumerOf).GetGenericArguments()[0];
        Assert.EndsWith("Consumer", type.Name, StringComparison.Ordinal);
        Assert.Same(Contracts, heard.Assembly);
    }

    [Fact]
    public void Every_message_is_heard_by_some_service()
    {
        var heard = All.SelectMany(ConsumersOf).SelectMany(c => c.GetInterfaces()).Where(IsConsumerOf).Select(i => i.GetGenericArguments()[0]);

        // an outbox keeps what nobody hears
        Assert.Empty(Types().Where(IsMessage).Where(IsTopLevelMessage).Except(heard).Select(t => t.Name));
    }

    /// <summary>
    /// <c>wire.txt</c> holds a line for each field that travels. To let a new one be known, put the lines that this test prints into
    /// the file; a line that is lost or changed breaks services that run already, and is a decision (docs/adr).
    /// </summary>
    [Fact]
    public void The_wire_is_as_written_down()
    {
        var wire = Types().Where(t => IsMessage(t) || t.IsEnum).SelectMany(LinesOf).Order(StringComparer.Ordinal).ToArray();
        var written = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "wire.txt")).Where(l => l.Length > 0 && l[0] != '#').ToArray();

        var lost = written.Except(wire).ToArray();
        var added = wire.Except(written).ToArray();
        Assert.True(lost.Length == 0, "Lost or changed on the wire:\n" + string.Join('\n', lost) + "\n\nNow there:\n" + string.Join('\n', added));
        Assert.True(added.Length == 0, "Put these lines into tests/Architecture.Tests/wire.txt:\n" + string.Join('\n', added));
    }

    /// <summary>With <c>RENEW=1</c> in the environment the page is written anew.</summary>
    [Theory]
    [InlineData("permissions.md")]
    [InlineData("labels.md")]
    public void A_page_made_from_a_table_is_that_table(string name)
    {
        var (page, text) = (Path.Combine(Repository(), "docs", name), name == "labels.md" ? LabelsDocument.Text : PermissionsDocument.Text);
        if (Environment.GetEnvironmentVariable("RENEW") == "1") File.WriteAllText(page, text);

        Assert.True(File.Exists(page) && File.ReadAllText(page) == text, $"docs/{name} is not what its table says; renew it: RENEW=1 dotnet test tests/Architecture.Tests");
    }

    static IEnumerable<string> LinesOf(Type type) => type.IsEnum
        ? Enum.GetNames(type).Select(name => $"{type.FullName} = {System.Text.Json.JsonSerializer.Serialize(Enum.Parse(type, name), type).Trim('"').Replace("\\u002B", "+", StringComparison.Ordinal)}")
        : Fields(type).Select(f => $"{type.FullName}.{f.Name}: {Spelt(f)}{(f.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is null ? "" : " required")}");

    static string Spelt(PropertyInfo field)
    {
        var type = field.PropertyType;
        if (Nullable.GetUnderlyingType(type) is { } value) return Spelt(value) + "?";
        return Spelt(type) + (!type.IsValueType && Nullability.Create(field).ReadState == NullabilityState.Nullable ? "?" : "");
    }

    static string Spelt(Type type) => type.IsArray ? Spelt(type.GetElementType()!) + "[]" : type.Assembly == Contracts ? type.FullName!["Ceptoar.Contracts.".Length..] : type.Name;

    /// <summary>Text, numbers, ids, times, labels, and records of the contracts made of these; or a list of one of them.</summary>
    static bool Flat(Type type)
    {
        var one = type.IsArray ? type.GetElementType()! : Nullable.GetUnderlyingType(type) ?? type;
        return one == typeof(string) || one == typeof(Guid) || one == typeof(DateTimeOffset) || one == typeof(int) || one == typeof(long) || one == typeof(bool)
            || (one.Assembly == Contracts && (one.IsEnum || IsMessage(one)));
    }

    static Type[] Types() => Contracts.GetExportedTypes();

    /// <summary>Messages and what they are made of: the records of the contracts, but for the codes, which never travel.</summary>
    static bool IsMessage(Type type) => type is { IsClass: true, IsAbstract: false } && type.GetMethod("<Clone>$") is not null && type != typeof(Code);

    static bool IsTopLevelMessage(Type type) =>
        !Types().Where(IsMessage).SelectMany(Fields).Select(f => f.PropertyType.IsArray ? f.PropertyType.GetElementType() : f.PropertyType).Contains(type) && !SealedContents.Contains(type.Name);

    /// <summary>Records that travel inside a <see cref="SealedText"/>.</summary>
    static readonly string[] SealedContents = ["AttachedFile", "CaseFile", "ContactSheet", "IdentifyingStrings"];

    /// <summary>What such a record is made of: the bus reads none of it, so it may be made by its constructor.</summary>
    static bool IsPartOfSealed(Type type) => Types().Where(t => SealedContents.Contains(t.Name)).SelectMany(Fields)
        .Any(f => (f.PropertyType.IsArray ? f.PropertyType.GetElementType() : f.PropertyType) == type);

    static PropertyInfo[] Fields(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    static IEnumerable<Type> ConsumersOf(Assembly service) => service.GetReferencedAssemblies()
        .Where(a => a.Name!.StartsWith("Ceptoar.", StringComparison.Ordinal)).Select(Assembly.Load).Append(service)
        .SelectMany(a => a.GetExportedTypes()).Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IConsumer)));

    static bool IsConsumerOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>);

    static string NameOf(Assembly service) => service.GetName().Name!["Ceptoar.".Length..];

    static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
