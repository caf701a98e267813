using QRCoder;
using WorkReports.Index;

namespace WorkReports.Feeds;

/// <summary><c>/reports/{slug}/qr.svg</c>: the report's absolute address, for the camera of a phone.</summary>
static class QrCode
{
    const int PixelsPerModule = 4;

    public static IResult Answer(string slug, Library library) =>
        library.Find(slug) is { Withdrawn: null }
            ? Results.Text(Draw(library.Site().Absolute(Address.Report(slug))), "image/svg+xml")
            : Results.NotFound();

    static string Draw(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(PixelsPerModule);
    }
}
