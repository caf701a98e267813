# Built on the builder's own kind of processor, for the one that is asked for: amd64 or arm64.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0.401 AS build
ARG TARGETARCH
WORKDIR /source

# Packages first: this layer stays as long as no version changes. Locked: what the lock file does not name, by its hash, is not taken.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY .config .config
COPY src/WorkReports.csproj src/packages.lock.json src/
COPY src/Licenses src/Licenses
RUN dotnet restore src/WorkReports.csproj --locked-mode --arch $TARGETARCH --property:PublishReadyToRun=true \
 && dotnet tool restore

# The build keeps to .editorconfig: without it, other warnings would be errors.
COPY .editorconfig LICENSE ./
COPY wwwroot wwwroot
COPY src src
# The history stays outside, so whoever builds says what the commit is: --build-arg COMMIT=$(git rev-parse HEAD)
ARG COMMIT
RUN dotnet publish src/WorkReports.csproj --configuration Release --arch $TARGETARCH --no-self-contained --no-restore --output /app \
      --property:SourceRevisionId=$COMMIT \
 && dotnet CycloneDX src/WorkReports.csproj --disable-package-restore --output /app --filename sbom.json --output-format Json \
 && mkdir -m 0775 /data /logs

FROM mcr.microsoft.com/dotnet/aspnet:10.0.12
ARG COMMIT
LABEL org.opencontainers.image.title="WorkReports" \
      org.opencontainers.image.description="A website that publishes work reports from a folder of Markdown files" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="0.2.0-dev" \
      org.opencontainers.image.revision="${COMMIT:-unknown}"
# No diagnostics socket in /tmp, and no second opinion on the port: the program listens where WORKREPORTS_URLS says.
ENV DOTNET_EnableDiagnostics=0 ASPNETCORE_HTTP_PORTS=
# Memory that SQLite gives back goes back to the system: otherwise each thread keeps the most that it ever had.
ENV MALLOC_MMAP_THRESHOLD_=131072 MALLOC_TRIM_THRESHOLD_=131072
WORKDIR /app
COPY --from=build /app ./
# Written to by the program's own user, or by any other of group 0: OpenShift chooses one by chance. Content there is none: what is not
# mounted is refused at the start, and nobody publishes a sample by mistake.
COPY --from=build --chown=$APP_UID:0 /data data
COPY --from=build --chown=$APP_UID:0 /logs logs
VOLUME /app/data /app/logs
USER $APP_UID:0
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=6s --start-period=30s CMD ["dotnet", "WorkReports.dll", "health"]
ENTRYPOINT ["dotnet", "WorkReports.dll"]
