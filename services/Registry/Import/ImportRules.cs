using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Registry.Organisations;

namespace Ceptoar.Registry.Import;

/// <summary>Takes line after line into the directory as it was before, in memory.</summary>
/// <param name="organisations">All there are.</param>
/// <param name="managed">Those that the caller may change; null: all.</param>
/// <param name="own">The CEPTOARs whose secretariat the caller is, where it is no administrator.</param>
/// <param name="sealer">Seals what identifies them.</param>
/// <param name="now">When new ones are registered.</param>
sealed class ImportRules(IReadOnlyList<Organisation> organisations, HashSet<Guid>? managed, IReadOnlyCollection<string> own, IdentifyingSealer sealer, DateTimeOffset now)
{
    static readonly DetailsRules Rules = new();

    readonly Dictionary<Guid, Organisation> byId = organisations.ToDictionary(o => o.Id);
    // the names as they were before this file: a name is free only once its holder has given it up
    readonly Dictionary<string, Guid> byName = organisations.ToDictionary(o => o.Name, o => o.Id);
    readonly Dictionary<string, int> lineOfName = [];
    readonly Dictionary<Guid, int> lineOfId = [];

    public ImportedLine Take(CsvTable table, CsvLine line)
    {
        if (line.Fault is not null)
        {
            return Refused(line, name: null, [new("line", line.Fault == "openQuote"
                ? Problems.Say("この行で始まる引用符(\")が閉じられていません。", "A quote (\") that opens in this line is not closed.")
                : Problems.Say("引用符(\")の位置に誤りがあります。値全体を囲み、値の中では二つ重ねてください。", "A quote (\") stands in the wrong place: quotes go around a whole value, and are doubled within it."))]);
        }

        if (line.Cells.Length != table.Width)
        {
            return Refused(line, name: null, [new("line", Problems.Say($"列の数が {table.Width} ではなく {line.Cells.Length} です。", $"It has {line.Cells.Length} cells instead of {table.Width}."))]);
        }

        var name = table.Cell(line, DirectoryColumns.Name)?.Trim();
        var errors = new List<ImportOrganisations.FieldError>();
        var existing = Find(table.Cell(line, DirectoryColumns.Id)?.Trim(), name, errors);
        if (errors.Count > 0) return Refused(line, name, errors);

        var held = existing is null ? new() { Kind = OrganisationKind.Operator } : DirectoryColumns.Details(existing, existing.IdentifiedBy(sealer));
        var details = DirectoryColumns.All.Aggregate(held, (d, column) => table.Cell(line, column.Name) is { } cell ? column.Set(d, CsvCell.Split(cell)) : d);
        errors.AddRange(Errors(details, existing, line.Number));
        if (managed is not null && existing is not null)
        {
            errors.AddRange(DirectoryColumns.All.Where(c => c.Identifying && c.Cell(details) != c.Cell(held))
                .Select(c => new ImportOrganisations.FieldError(c.Name, Problems.Say("識別情報は組織自身または管理者が変更します。", "The organisation itself, or an administrator, changes what identifies it."))));
        }

        return errors.Count > 0 ? Refused(line, details.Name ?? name, errors) : Taken(line, details, existing, held);
    }

    /// <summary><c>identifying.domains[0]</c> → <c>domains[0]</c>.</summary>
    public static string Column(string field) => field.StartsWith("identifying.", StringComparison.Ordinal) ? field["identifying.".Length..] : field;

    /// <summary>The organisation that a line is about, by its id, else by its name; null for a new one.</summary>
    Organisation? Find(string? id, string? name, List<ImportOrganisations.FieldError> errors)
    {
        if (string.IsNullOrEmpty(id)) return name is not null && byName.TryGetValue(name, out var named) && (managed?.Contains(named) ?? true) ? byId[named] : null;

        if (Guid.TryParse(id, out var wanted) && byId.TryGetValue(wanted, out var found) && (managed?.Contains(wanted) ?? true)) return found;

        errors.Add(new("id", Problems.Say("この id の組織はありません。", "There is no organisation of this id.")));
        return null;
    }

    IEnumerable<ImportOrganisations.FieldError> Errors(OrganisationDetails details, Organisation? existing, int line)
    {
        foreach (var failure in Rules.Validate(details).Errors) yield return new(Column(failure.PropertyName), failure.ErrorMessage);

        if (existing is not null && details.Kind != existing.Kind) yield return new("kind", Problems.Say("組織の種別は変更できません。", "The kind of an organisation cannot be changed."));
        if (managed is not null)
        {
            foreach (var (field, message) in MembershipRules.Check(details, existing is null ? new([], [], []) : new(existing.Ceptoars, existing.SecondHop, existing.Sectors), own)) yield return new(field, message);
        }

        var name = details.Name?.Trim() ?? "";
        if (byName.TryGetValue(name, out var holder) && holder != existing?.Id) yield return new("name", Problems.Say("同じ名称の組織が既に登録されています。", "An organisation of this name is already registered."));
        if (name.Length > 0 && !lineOfName.TryAdd(name, line)) yield return new("name", Problems.Say($"{lineOfName[name]} 行目と同じ名称です。", $"It has the same name as line {lineOfName[name]}."));
        if (existing is not null && !lineOfId.TryAdd(existing.Id, line) && lineOfId[existing.Id] != lineOfName.GetValueOrDefault(name))
        {
            yield return new("id", Problems.Say($"{lineOfId[existing.Id]} 行目と同じ組織です。", $"It is the same organisation as line {lineOfId[existing.Id]}."));
        }
    }

    ImportedLine Taken(CsvLine line, OrganisationDetails details, Organisation? existing, OrganisationDetails held)
    {
        var organisation = existing ?? new Organisation { Id = Guid.NewGuid(), Kind = details.Kind!, RegisteredAt = now };
        var described = organisation.Describe(details, existing?.Active ?? true);
        var identified = organisation.Identify(details.Identifying ?? new(), sealer);
        if (existing is null) return new(new(line.Number, organisation.Name, "added"), organisation, described, identified);
        if (!described && !identified) return new(new(line.Number, organisation.Name, "unchanged"), organisation, Described: false, Identified: false);

        var after = DirectoryColumns.Details(organisation, organisation.IdentifiedBy(sealer));
        string[] fields = [.. DirectoryColumns.All.Where(c => c.Cell(held) != c.Cell(after)).Select(c => c.Name)];
        return new(new(line.Number, organisation.Name, "changed") { Fields = fields }, organisation, described, identified);
    }

    static ImportedLine Refused(CsvLine line, string? name, IReadOnlyList<ImportOrganisations.FieldError> errors) =>
        new(new(line.Number, name, "refused") { Errors = errors }, Organisation: null, Described: false, Identified: false);
}
