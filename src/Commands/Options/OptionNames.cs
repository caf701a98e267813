using WorkReports.Content.Problems;

namespace WorkReports.Commands.Options;

/// <summary>Tells of an option that a verb does not have where else it belongs, or what was probably meant.</summary>
/// <param name="verbs">All that there are.</param>
/// <param name="verb">The one that was typed; null where there is no such.</param>
sealed class OptionNames(IReadOnlyList<Verb> verbs, Verb? verb)
{
    /// <summary>Null for what cannot be judged: an option of some verb, where the verb itself was mistyped.</summary>
    public string? Fault(string typed)
    {
        var name = typed.Split('=')[0].TrimStart('-');
        var owners = verbs.Where(other => OwnOf(other).Contains(name)).Select(other => $"'{other.Name}'").ToList();
        if (owners.Count > 0 && typed.StartsWith('-'))
            return verb is null ? null
                : OwnOf(verb).Contains(name) ? $"There is no option '{typed}'; did you mean --{name}?"
                : $"--{name} is an option of {string.Join(" and ", owners)}, not of '{verb.Name}'.";
        if (!typed.StartsWith('-') && verbs.Any(other => other.Name == name))
            return $"'{name}' is a verb: write it first, and options after it.";

        var known = SettingTable.All.Select(setting => setting.Name).ToList();
        if (verb is not null)
            known.AddRange(OwnOf(verb));
        return ClosestWord.Of(name, known) is { } meant
            ? $"There is no option '{typed}'; did you mean --{meant}?"
            : $"There is no option '{typed}'; the options are {string.Join(", ", known.Select(option => "--" + option))}.";
    }

    static IEnumerable<string> OwnOf(Verb verb) => verb.Options.Concat(verb.Flags);
}
