using WorkReports.Tests.Support;
using ZXing;
using ZXing.Common;

namespace WorkReports.Tests.Browser;

[Needs(NeedsAttribute.Browser)]
public sealed class QrCodeTests(Chromium chromium, SampleSite sample)
{
    const string Draw = """
        async picture => {
            picture.loading = "eager";
            await picture.decode();
            const canvas = document.createElement("canvas");
            canvas.width = canvas.height = 164;
            const context = canvas.getContext("2d");
            context.drawImage(picture, 0, 0, 164, 164);
            return Array.from(context.getImageData(0, 0, 164, 164).data).filter((_, index) => index % 4 === 0);
        }
        """;

    [Fact]
    public async Task A_camera_reads_the_address_of_the_report()
    {
        var page = await chromium.Open(sample.Site);
        await page.GotoAsync("/reports/xinbei-2021-h1");
        var grey = (await page.Locator(".share-qr-code img").EvaluateAsync<int[]>(Draw))
            .Select(level => (byte)level)
            .ToArray();
        var picture = new BinaryBitmap(
            new HybridBinarizer(new PlanarYUVLuminanceSource(grey, 164, 164, 0, 0, 164, 164, false))
        );
        Assert.Equal(
            "https://gongzuobaogao.example.cn/reports/xinbei-2021-h1",
            new MultiFormatReader().decode(picture)?.Text
        );
    }
}
