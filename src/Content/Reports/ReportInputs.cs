using System.Security.Cryptography;
using System.Text.Json;
using WorkReports.Content.Screening;

namespace WorkReports.Content.Reports;

/// <summary>What every report is read against: when it changes, all of them are read anew.</summary>
static class ReportInputs
{
    /// <summary>A new build may read the same files differently.</summary>
    public static readonly string ProgramVersion = typeof(ReportInputs).Module.ModuleVersionId.ToString();

    /// <summary>Of everything but what only pages show: a new phone number must not cost a reading of ten thousand files.</summary>
    public static string FingerprintOf(
        SiteProfile site,
        IEnumerable<Pillar> pillars,
        WordList words,
        IReadOnlyList<string> linkRoots
    ) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes(
                    new
                    {
                        Program = ProgramVersion,
                        Site = site with
                        {
                            Name = "",
                            SiteCode = null,
                            Description = "",
                            Keywords = [],
                            GreyDays = [],
                            SiteDays = null,
                            PillarDays = null,
                            UnitDays = null,
                            Units =
                            [
                                .. site.Units.Select(unit =>
                                    unit with
                                    {
                                        Address = null,
                                        Hours = null,
                                        Icp = null,
                                        PoliceRecord = null,
                                        Notices = [],
                                    }
                                ),
                            ],
                        },
                        words.Words,
                        linkRoots,
                        Pillars = pillars.Select(pillar =>
                            pillar with
                            {
                                Order = 0,
                                Seal = "",
                                Motto = "",
                                Type = null,
                                Html = "",
                                Text = "",
                                Files = [],
                            }
                        ),
                    }
                )
            )
        );
}
