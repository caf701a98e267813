using WorkReports.Content.Problems;

namespace WorkReports.Commands.Options;

/// <summary>Tells of an option that a verb does not have where else it belongs, or what was probably meant.</summary>
/// <param name="verbs">All that there are.</param>
/// <param name="verb">The one that was typed; null where there is no such.</param>
sealed class OptionNames(IReadOnlyList<Verb> verbs, Verb? verb)
{
    public UsageText Text { get; } = UsageText.Of(verb);

    /// <summary>Null for what cannot be judged: an option of some verb, where the verb itself was mistyped.</summary>
    public string? Fault(string typed)
    {
        var name = typed.Split('=')[0].TrimStart('-');
        var owners = verbs.Where(other => OwnOf(other).Contains(name)).Select(other => other.Name).ToList();
        if (owners.Count > 0 && typed.StartsWith('-'))
            return verb is null ? null
                : OwnOf(verb).Contains(name) ? Text.NoSuchOption(typed, name)
                : Text.OptionOfOthers(name, owners, verb);
        if (!typed.StartsWith('-') && verbs.Any(other => other.Name == name))
            return Text.VerbComesFirst(name);

        var own = verb is null ? [] : OwnOf(verb).ToList();
        var meant = ClosestWord.Of(name, [.. own, .. SettingTable.All.Select(setting => setting.Name)]);
        return meant is not null
            ? Text.NoSuchOption(typed, meant)
            : Text.NoSuchOption(typed, own.Concat(SettingTable.Of(verb).Select(setting => setting.Name)), verb);
    }

    static IEnumerable<string> OwnOf(Verb verb) => verb.Options.Concat(verb.Flags);
}
