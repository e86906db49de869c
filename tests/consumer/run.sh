#!/usr/bin/env bash
# An application outside the reactor uses what a release would deploy: the BOM and the packed jars, on the class path and on
# the module path. It has a local repository of its own, so that nothing is left behind that could hide a fault, and takes
# the libraries' own dependencies from the one that has them already.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$PWD/target/consumer
rm -rf "$work"
mkdir -p "$work"
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' pom.xml | head -n 1)
have=$(mvn -B -ntp -q help:evaluate -Dexpression=settings.localRepository -DforceStdout 2>/dev/null || true)
[ -d "$have" ] || have=$HOME/.m2/repository

mvn -B -ntp -q deploy -DskipTests -Dmaven.javadoc.skip=true -Dspotless.check.skip=true \
    "-DaltDeploymentRepository=release::file://$work/repository"

bom=$(find "$work/repository/dev/xeroauth/xero-auth-bom" -name '*.pom' | head -n 1)
if grep -q '<parent>' "$bom" || [ "$(grep -c '<groupId>dev.xeroauth</groupId>' "$bom")" != 6 ] \
    || [ "$(grep -c '<groupId>' "$bom")" != 6 ]; then
    echo "The BOM holds something else than our five libraries:" >&2
    cat "$bom" >&2
    exit 1
fi

cat >"$work/settings.xml" <<XML
<settings>
  <profiles>
    <profile>
      <id>consumer</id>
      <repositories>
        <repository><id>release</id><url>file://$work/repository</url><snapshots><updatePolicy>always</updatePolicy></snapshots></repository>
        <repository><id>have</id><url>file://$have</url></repository>
      </repositories>
      <pluginRepositories>
        <pluginRepository><id>have</id><url>file://$have</url></pluginRepository>
      </pluginRepositories>
    </profile>
  </profiles>
  <activeProfiles><activeProfile>consumer</activeProfile></activeProfiles>
</settings>
XML
cp -r tests/consumer/pom.xml tests/consumer/src "$work/"
out=$work/out
mvn -B -ntp -q -s "$work/settings.xml" "-Dmaven.repo.local=$work/m2" -f "$work/pom.xml" "-Dxero.version=$version" \
    process-classes | tee "$out"
grep -q 'consumer: path=class ' "$out"
grep -q 'consumer: path=module ' "$out"
