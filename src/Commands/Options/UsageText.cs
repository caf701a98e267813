namespace WorkReports.Commands.Options;

/// <summary>What is told of a wrong call: to editors in Chinese, to admins in English.</summary>
abstract class UsageText
{
    public static readonly UsageText English = new EnglishText();
    static readonly UsageText Chinese = new ChineseText();

    public static UsageText Of(Verb? verb) => verb?.IsForEditors == true ? Chinese : English;

    public abstract string NeedsValue(string option);

    /// <param name="meant">Its name, without the dashes.</param>
    public abstract string NoSuchOption(string typed, string meant);

    /// <param name="known">Those that there are, without the dashes.</param>
    public abstract string NoSuchOption(string typed, IEnumerable<string> known, Verb? verb);

    public abstract string OptionOfOthers(string option, IEnumerable<string> owners, Verb verb);

    public abstract string VerbComesFirst(string verb);

    public abstract string OneOf(string option, IEnumerable<string> words);

    public abstract string NoContent(string folder);

    public abstract string NoLinkRoot(string folder);

    public abstract string LinkRootIsDisk(string folder);

    public abstract string NoNetwork(string entry);

    public abstract string DataNotWritable(string folder, string reason);

    public abstract string NotOfContent(string operand, string root);

    public abstract string UnknownVariable(string name, string meant);

    public abstract string UnknownVariables(string names);

    /// <summary>What is wrong with a setting that admins alone make.</summary>
    public abstract string OfAdmins(string fault);

    sealed class EnglishText : UsageText
    {
        public override string NeedsValue(string option) => $"{option} needs a value.";

        public override string NoSuchOption(string typed, string meant) =>
            $"There is no option '{typed}'; did you mean --{meant}?";

        public override string NoSuchOption(string typed, IEnumerable<string> known, Verb? verb) =>
            $"There is no option '{typed}'; the options are {string.Join(", ", known.Select(option => "--" + option))}.";

        public override string OptionOfOthers(string option, IEnumerable<string> owners, Verb verb) =>
            $"--{option} is an option of {string.Join(" and ", owners.Select(name => $"'{name}'"))}, not of '{verb.Name}'.";

        public override string VerbComesFirst(string verb) =>
            $"'{verb}' is a verb: write it first, and options after it.";

        public override string OneOf(string option, IEnumerable<string> words) =>
            $"{option}: one of {string.Join(", ", words)}.";

        public override string NoContent(string folder) =>
            $"--content: the folder '{folder}' does not exist. Make it, or name another.";

        public override string NoLinkRoot(string folder) =>
            $"--link-roots: the folder '{folder}' does not exist. Make it, or name another.";

        public override string LinkRootIsDisk(string folder) =>
            $"--link-roots: '{folder}' is the whole disk; name the folder that links lead into, or none.";

        public override string NoNetwork(string entry) =>
            $"--link-networks: '{entry}' is no address and no network; write for example 10.0.0.0/8;192.168.1.0/24, or none.";

        public override string DataNotWritable(string folder, string reason) =>
            $"--data: cannot write to the folder '{folder}': {reason}";

        public override string NotOfContent(string operand, string root) =>
            $"'{operand}' is no file or folder of {root}.";

        public override string UnknownVariable(string name, string meant) => $"{name} (did you mean {meant}?)";

        public override string UnknownVariables(string names) => $"The environment names no settings by {names}";

        public override string OfAdmins(string fault) => fault;
    }

    sealed class ChineseText : UsageText
    {
        public override string NeedsValue(string option) => $"{option} 后面要写内容，例如：{option} 内容";

        public override string NoSuchOption(string typed, string meant) => $"没有“{typed}”这个选项，是不是 --{meant}？";

        public override string NoSuchOption(string typed, IEnumerable<string> known, Verb? verb) =>
            $"没有“{typed}”这个选项。{verb?.Name} 的选项有：{string.Join("、", known.Select(option => "--" + option))}。运行 help {verb?.Name} 看说明。";

        public override string OptionOfOthers(string option, IEnumerable<string> owners, Verb verb) =>
            $"--{option} 是 {string.Join("、", owners)} 的选项，{verb.Name} 没有。运行 help {verb.Name} 看说明。";

        public override string VerbComesFirst(string verb) => $"“{verb}”是命令，请写在最前面，选项写在它后面。";

        public override string OneOf(string option, IEnumerable<string> words) =>
            $"{option} 只能是：{string.Join("、", words)}。";

        public override string NoContent(string folder) =>
            $"--content：没有“{folder}”这个文件夹。请先建好，或者写对它的位置。";

        public override string NoLinkRoot(string folder) =>
            $"--link-roots：没有“{folder}”这个文件夹。请先建好，或者写对它的位置。";

        public override string LinkRootIsDisk(string folder) =>
            $"--link-roots：“{folder}”是整个磁盘。请写链接指向的那个文件夹，或者写 none。";

        public override string NoNetwork(string entry) =>
            $"--link-networks：“{entry}”不是地址，也不是网段。请写例如 10.0.0.0/8;192.168.1.0/24，或者写 none。";

        public override string DataNotWritable(string folder, string reason) =>
            $"--data：“{folder}”不能写入。请把下面这句告诉管理员：{reason}";

        public override string NotOfContent(string operand, string root) =>
            $"“{operand}”不是内容文件夹 {root} 里的文件或文件夹。";

        public override string UnknownVariable(string name, string meant) => $"{name}（是不是 {meant}？）";

        public override string UnknownVariables(string names) =>
            $"这些环境变量不是设置，没有用上，请告诉管理员：{names}";

        public override string OfAdmins(string fault) => $"设置有错，请把这句告诉管理员：{fault}";
    }
}
